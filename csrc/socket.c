// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "internal.h"

// Creates a socket from the default network. The order in which Linux finds faults is kept.

// Linux's types end with SOCK_PACKET.
#define LAST_TYPE 10
#define CREATION_FLAGS (SOCK_NONBLOCK | SOCK_CLOEXEC)

static int32_t check(int domain, int type, int protocol) {
    if (type & ~(CREATION_FLAGS | 0xf)) return EINVAL;
    if (domain != AF_INET && domain != AF_INET6) return EAFNOSUPPORT;
    if (protocol < 0 || protocol >= IPPROTO_MAX) return EINVAL;
    switch (type & 0xf) {
    case SOCK_STREAM: return protocol == 0 || protocol == IPPROTO_TCP ? 0 : EPROTONOSUPPORT;
    case SOCK_DGRAM: return protocol == 0 || protocol == IPPROTO_UDP ? 0 : EPROTONOSUPPORT;
    case SOCK_RAW: return EPERM;
    default: return (type & 0xf) <= LAST_TYPE ? ESOCKTNOSUPPORT : EINVAL;
    }
}

int socket(int domain, int type, int protocol) {
    __wasi_network_t network;
    __wasi_fd_t fd = -1;
    int32_t error = check(domain, type, protocol);
    if (error == 0) error = __net_network(&network);
    if (error != 0) return __net_ret(error);
    uint32_t family = domain == AF_INET ? __WASI_NET_FAMILY_INET : __WASI_NET_FAMILY_INET6;
    uint32_t flags = (type & SOCK_NONBLOCK ? __WASI_NET_CREATE_NONBLOCK : 0u) |
                     (type & SOCK_CLOEXEC ? __WASI_NET_CREATE_CLOEXEC : 0u);
    if ((type & 0xf) == SOCK_STREAM) error = __wasi_socket_tcp_create(network, family, flags, &fd);
    else error = __wasi_socket_udp_create(network, family, flags, &fd);
    return __net_ret_value(error, fd);
}
