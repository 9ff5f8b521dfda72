// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "internal.h"

// Creates a socket, an internet one from the default network, or a pair of them. The order in which Linux finds faults is kept.

// What write asks to raise no SIGPIPE for a socket of messages, where there are sockets: ret.c has but a weak reference.
__attribute__((__used__)) static __typeof(__net_socket_type) *const has_types = __net_socket_type;

// Linux's types end with SOCK_PACKET, its families with AF_MCTP.
#define LAST_TYPE 10
#define LAST_FAMILY 45
#define CREATION_FLAGS (SOCK_NONBLOCK | SOCK_CLOEXEC)

// Linux takes a raw one for datagrams.
static int32_t check_unix(int type, int protocol) {
    if (protocol != 0 && protocol != PF_UNIX) return EPROTONOSUPPORT;
    switch (type & 0xf) {
    case SOCK_STREAM:
    case SOCK_DGRAM:
    case SOCK_RAW:
    case SOCK_SEQPACKET: return 0;
    default: return ESOCKTNOSUPPORT;
    }
}

static bool is_icmp(int domain, int protocol) {
    return protocol == (domain == AF_INET6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP);
}

static int32_t check(int domain, int type, int protocol) {
    if (type & ~(CREATION_FLAGS | 0xf)) return EINVAL;
    // As Linux judges them: what no family can be, then the type, then the families that there are.
    if (domain < 0 || domain > LAST_FAMILY) return EAFNOSUPPORT;
    if ((type & 0xf) > LAST_TYPE) return EINVAL;
    if (domain != AF_UNIX && domain != AF_INET && domain != AF_INET6) return EAFNOSUPPORT;
    if (domain == AF_UNIX) return check_unix(type, protocol);
    if (protocol < 0 || protocol >= IPPROTO_MAX) return EINVAL;
    switch (type & 0xf) {
    case SOCK_STREAM: return protocol == 0 || protocol == IPPROTO_TCP ? 0 : EPROTONOSUPPORT;
    case SOCK_DGRAM: return protocol == 0 || protocol == IPPROTO_UDP || is_icmp(domain, protocol) ? 0 : EPROTONOSUPPORT;
    case SOCK_RAW: return protocol == 0 ? EPROTONOSUPPORT : 0;
    default: return ESOCKTNOSUPPORT;
    }
}

static uint32_t creation_flags(int type) {
    return (type & SOCK_NONBLOCK ? __WASI_NET_CREATE_NONBLOCK : 0u) |
           (type & SOCK_CLOEXEC ? __WASI_NET_CREATE_CLOEXEC : 0u);
}

static uint32_t unix_type(int type) {
    switch (type & 0xf) {
    case SOCK_STREAM: return __WASI_NET_TYPE_STREAM;
    case SOCK_SEQPACKET: return __WASI_NET_TYPE_SEQPACKET;
    default: return __WASI_NET_TYPE_DGRAM;
    }
}

int socketpair(int domain, int type, int protocol, int pair[2]) {
    __wasi_fd_t first = -1, second = -1;
    if (type & ~(CREATION_FLAGS | 0xf)) return __net_ret(EINVAL);
    if (!__net_inside(pair, 2 * sizeof *pair)) return __net_ret(EFAULT);
    int32_t error = check(domain, type, protocol);
    if (error == 0 && domain != AF_UNIX) error = EOPNOTSUPP;
    if (error == 0) error = __wasi_socket_unix_pair(unix_type(type), creation_flags(type), &first, &second);
    if (error == 0) {
        pair[0] = first;
        pair[1] = second;
    }
    return __net_ret(error);
}

int socket(int domain, int type, int protocol) {
    __wasi_network_t network;
    __wasi_fd_t fd = -1;
    int32_t error = check(domain, type, protocol);
    if (error == 0 && domain == AF_UNIX) {
        error = __wasi_socket_unix_create(unix_type(type), creation_flags(type), &fd);
        return __net_ret_value(error, fd);
    }
    if (error == 0) error = __net_network(&network);
    if (error != 0) return __net_ret(error);
    uint32_t family = domain == AF_INET ? __WASI_NET_FAMILY_INET : __WASI_NET_FAMILY_INET6;
    uint32_t flags = creation_flags(type);
    if ((type & 0xf) == SOCK_RAW || is_icmp(domain, protocol))
        error = __wasi_socket_raw_create(network, family,
                                         (type & 0xf) == SOCK_RAW ? __WASI_NET_TYPE_RAW : __WASI_NET_TYPE_DGRAM,
                                         (uint32_t)protocol, flags, &fd);
    else if ((type & 0xf) == SOCK_STREAM) error = __wasi_socket_tcp_create(network, family, flags, &fd);
    else error = __wasi_socket_udp_create(network, family, flags, &fd);
    return __net_ret_value(error, fd);
}
