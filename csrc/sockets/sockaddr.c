// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/un.h>

#include "internal.h"

// struct sockaddr and the imports' address, both ways, with POSIX's rule for a room that is too small.

// Linux takes an IPv6 address without its last member, the scope.
#define SHORTEST_IN6 offsetof(struct sockaddr_in6, sin6_scope_id)

static void ipv4_in(const struct sockaddr *addr, __wasi_net_ip_address_t *ip) {
    struct sockaddr_in in;
    memcpy(&in, addr, sizeof in);
    *ip = (__wasi_net_ip_address_t){.family = 0};
    ip->family = __WASI_NET_FAMILY_INET;
    ip->port = __builtin_bswap16(in.sin_port);
    memcpy(ip->address, &in.sin_addr, 4);
}

static void ipv6_in(const struct sockaddr *addr, socklen_t len, __wasi_net_ip_address_t *ip) {
    struct sockaddr_in6 in = {.sin6_scope_id = 0};
    memcpy(&in, addr, len < sizeof in ? len : sizeof in);
    ip->family = __WASI_NET_FAMILY_INET6;
    ip->port = __builtin_bswap16(in.sin6_port);
    ip->flow_info = __builtin_bswap32(in.sin6_flowinfo);
    ip->scope_id = len < sizeof in ? 0 : in.sin6_scope_id;
    memcpy(ip->address, &in.sin6_addr, 16);
}

static int32_t find_place(const char *name, __wasi_net_unix_address_t *local) {
    char *rest;
    int32_t error = __net_find_place(name, &local->directory, &rest);
    if (error != 0) return error;
    local->path = rest;
    local->path_length = strlen(rest);
    return 0;
}

// Only the family is the address without a name, for bind. A path ends at its NUL, or where the address does.
static int32_t unix_in(const struct sockaddr *addr, socklen_t len, __wasi_net_unix_address_t *local) {
    char name[sizeof local->name + 1] = "";
    size_t size = len - offsetof(struct sockaddr_un, sun_path);
    memset(local, 0, sizeof *local);
    local->family = __WASI_NET_FAMILY_UNIX;
    local->directory = -1;
    if (size > sizeof local->name) return EINVAL;
    memcpy(name, ((const struct sockaddr_un *)addr)->sun_path, size);
    bool is_path = size > 0 && name[0] != '\0';
    if (is_path) size = strlen(name);
    local->length = (uint16_t)size;
    memcpy(local->name, name, size);
    return is_path ? find_place(name, local) : 0;
}

void __net_address_done(__wasi_net_address_t *address) {
    if (address->family == __WASI_NET_FAMILY_UNIX) free((void *)(uintptr_t)address->local.path);
}

int32_t __net_address_in(const struct sockaddr *addr, socklen_t len, __wasi_net_address_t *address) {
    sa_family_t family;
    address->family = __WASI_NET_FAMILY_UNSPEC;
    if (len > sizeof(struct sockaddr_storage)) return EINVAL;
    if (len > 0 && !__net_inside(addr, len)) return EFAULT;
    if (len < sizeof family) return EINVAL;
    memcpy(&family, addr, sizeof family);
    switch (family) {
    case AF_UNSPEC: return 0;
    case AF_INET:
        if (len < sizeof(struct sockaddr_in)) return EINVAL;
        ipv4_in(addr, &address->ip);
        return 0;
    case AF_INET6:
        if (len < SHORTEST_IN6) return EINVAL;
        ipv6_in(addr, len, &address->ip);
        return 0;
    case AF_UNIX: return unix_in(addr, len, &address->local);
    default: return EAFNOSUPPORT;
    }
}

// A local address. An unspecified one of zeros is IPv4's, for socket programs of old.
static int32_t check_bind(bool inet6, sa_family_t family, const struct sockaddr *addr, socklen_t len, sa_family_t *read_as) {
    if (len < (inet6 ? SHORTEST_IN6 : sizeof(struct sockaddr_in))) return EINVAL;
    if (family == (inet6 ? AF_INET6 : AF_INET)) return 0;
    *read_as = AF_INET;
    return !inet6 && family == AF_UNSPEC && ((const struct sockaddr_in *)addr)->sin_addr.s_addr == INADDR_ANY ? 0 : EAFNOSUPPORT;
}

// A peer. AF_UNSPEC dissolves the connection; datagrams of IPv6 sockets go to IPv4 too.
static int32_t check_connect(bool inet6, bool stream, sa_family_t family, socklen_t len) {
    if (len < sizeof family) return EINVAL;
    if (family == AF_UNSPEC) return 0;
    if (inet6 && !stream && family == AF_INET) return len < sizeof(struct sockaddr_in) ? EINVAL : 0;
    if (len < (inet6 ? SHORTEST_IN6 : sizeof(struct sockaddr_in))) return EINVAL;
    return family == (inet6 ? AF_INET6 : AF_INET) ? 0 : EAFNOSUPPORT;
}

// A datagram's destination. IPv4 reads AF_UNSPEC as itself, IPv6 as none.
static int32_t check_send(bool inet6, sa_family_t family, socklen_t len, sa_family_t *read_as) {
    if (inet6) {
        if (len < sizeof family) return EINVAL;
        if (family == AF_INET6) return len < SHORTEST_IN6 ? EINVAL : 0;
        if (family == AF_INET) return len < sizeof(struct sockaddr_in) ? EINVAL : 0;
        return family == AF_UNSPEC ? 0 : EINVAL;
    }
    if (len < sizeof(struct sockaddr_in)) return EINVAL;
    if (family != AF_INET && family != AF_UNSPEC) return EAFNOSUPPORT;
    *read_as = AF_INET;
    return 0;
}

// What Linux finds before the length of an IPv4 address.
static bool is_ipv6_only(int fd) {
    int32_t only = 0;
    uint32_t size = sizeof only;
    return __wasi_socket_get_option(fd, __WASI_SOCKET_OPTION_IPV6_V6ONLY, &only, &size) == 0 && only != 0;
}

int32_t __net_address_for(int fd, enum net_use use, const struct sockaddr *addr, socklen_t len,
                          __wasi_net_address_t *address) {
    int type;
    int32_t domain = 0;
    uint32_t size = sizeof domain;
    sa_family_t family = AF_UNSPEC;
    memset(address, 0, sizeof *address);
    int32_t error = __net_socket_type(fd, &type);
    if (error == 0) error = __wasi_socket_get_option(fd, __WASI_SOCKET_OPTION_DOMAIN, &domain, &size);
    if (error != 0) return error;
    if (domain == __WASI_NET_FAMILY_UNIX) {
        if (use == NET_SEND && len == 0) return 0;
        error = __net_address_in(addr, len, address);
        // What is no name is still one too many for a stream, and nothing to the others that are connected.
        bool judged = len > sizeof(struct sockaddr_storage) || error == EFAULT;
        if (error == 0 && address->family == __WASI_NET_FAMILY_UNSPEC && use == NET_SEND) error = EINVAL;
        if (use == NET_SEND && type != SOCK_DGRAM && error != 0 && !judged) {
            *address = (__wasi_net_address_t){.local = {.family = __WASI_NET_FAMILY_UNIX, .directory = -1, .length = 1}};
            return 0;
        }
        return error == EAFNOSUPPORT ? EINVAL : error;
    }
    if (len > sizeof(struct sockaddr_storage)) return EINVAL;
    if (len > 0 && !__net_inside(addr, len)) return EFAULT;
    if (len >= sizeof family) memcpy(&family, addr, sizeof family);
    sa_family_t read_as = family;
    bool inet6 = domain == __WASI_NET_FAMILY_INET6, stream = type == SOCK_STREAM;
    if (use == NET_SEND && stream) return 0;
    if (use == NET_BIND) error = check_bind(inet6, family, addr, len, &read_as);
    else if (use == NET_CONNECT || stream) error = check_connect(inet6, stream, family, len);
    else error = check_send(inet6, family, len, &read_as);
    if (error == EINVAL && use == NET_SEND && inet6 && family == AF_INET && is_ipv6_only(fd)) error = ENETUNREACH;
    if (error != 0) return error;
    if (read_as == AF_INET) ipv4_in(addr, &address->ip);
    else if (read_as == AF_INET6) ipv6_in(addr, len, &address->ip);
    return 0;
}

static struct sockaddr_in ipv4_of(const __wasi_net_ip_address_t *ip) {
    struct sockaddr_in in = {.sin_family = AF_INET, .sin_port = __builtin_bswap16(ip->port)};
    memcpy(&in.sin_addr, ip->address, 4);
    return in;
}

socklen_t __net_sockaddr_of(const __wasi_net_ip_address_t *ip, void *storage) {
    if (ip->family == __WASI_NET_FAMILY_INET) {
        *(struct sockaddr_in *)storage = ipv4_of(ip);
        return sizeof(struct sockaddr_in);
    }
    if (ip->family == __WASI_NET_FAMILY_INET6) {
        struct sockaddr_in6 *in = (struct sockaddr_in6 *)storage;
        in->sin6_family = AF_INET6;
        in->sin6_port = __builtin_bswap16(ip->port);
        in->sin6_flowinfo = __builtin_bswap32(ip->flow_info);
        in->sin6_scope_id = ip->scope_id;
        memcpy(&in->sin6_addr, ip->address, 16);
        return sizeof *in;
    }
    return 0;
}

// A path is told with its NUL, an abstract name as it is.
static socklen_t unix_out(const __wasi_net_unix_address_t *local, struct sockaddr_storage *storage) {
    struct sockaddr_un *un = (struct sockaddr_un *)storage;
    size_t size = local->length < sizeof local->name ? local->length : sizeof local->name;
    memset(storage, 0, sizeof *storage);
    un->sun_family = AF_UNIX;
    memcpy(un->sun_path, local->name, size);
    if (size > 0 && local->name[0] != '\0') size++;
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + size);
}

int32_t __net_address_out(const __wasi_net_address_t *address, struct sockaddr *addr, socklen_t *len) {
    struct sockaddr_storage storage;
    if (!__net_inside(len, sizeof *len)) return EFAULT;
    if (*len > INT_MAX) return EINVAL;
    if (address->family == __WASI_NET_FAMILY_INET && *len >= sizeof(struct sockaddr_in) &&
        __net_inside(addr, sizeof(struct sockaddr_in))) {
        // Most addresses, without a detour.
        *(struct sockaddr_in *)addr = ipv4_of(&address->ip);
        *len = sizeof(struct sockaddr_in);
        return 0;
    }
    socklen_t size =
        address->family == __WASI_NET_FAMILY_UNIX ? unix_out(&address->local, &storage) : __net_sockaddr_of(&address->ip, &storage);
    socklen_t written = size < *len ? size : *len;
    if (written > 0 && !__net_inside(addr, written)) return EFAULT;
    if (written > 0) memcpy(addr, &storage, written);
    *len = size;
    return 0;
}
