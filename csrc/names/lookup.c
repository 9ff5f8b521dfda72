// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <string.h>

#include "lookup.h"

// Looks up a name through the default network.

int __net_lookup_error(int32_t error) {
    switch (error) {
    case 0: return 0;
    case ENOENT:
    case EINVAL: return EAI_NONAME;
    case ENOMSG: return EAI_NODATA;
    case EAGAIN: return EAI_AGAIN;
    case EIO: return EAI_FAIL;
    case ENOMEM: return EAI_MEMORY;
    default: return __net_ret(error) == 0 ? 0 : EAI_SYSTEM;
    }
}

static void add(struct lookup *result, int family, const uint8_t *address, size_t size) {
    __wasi_net_ip_address_t *ip = &result->addresses[result->count++];
    memset(ip, 0, sizeof *ip);
    ip->family = (uint16_t)(family == AF_INET ? __WASI_NET_FAMILY_INET : __WASI_NET_FAMILY_INET6);
    memcpy(ip->address, address, size);
}

// glibc's order: loopback IPv6 first, "any" IPv4 first.
static void this_machine(int family, int flags, struct lookup *result) {
    static const uint8_t any[16], loopback4[4] = {127, 0, 0, 1}, loopback6[16] = {[15] = 1};
    bool passive = flags & AI_PASSIVE;
    if (!passive && family != AF_INET) add(result, AF_INET6, loopback6, 16);
    if (family != AF_INET6) add(result, AF_INET, passive ? any : loopback4, 4);
    if (passive && family != AF_INET) add(result, AF_INET6, any, 16);
}

// Looking up takes a descriptor, as it does where the program asks the servers itself. There is one when standard input is
// closed, or can be copied.
static int32_t need_descriptor(void) {
    __wasi_fd_t copy;
    int32_t error = __wasi_fd_dup(0, 0, 0, &copy);
    if (error == 0) error = __wasi_fd_close(copy);
    return error == EMFILE ? error : 0;
}

// Appends what the host finds. AI_ADDRCONFIG is the host's to judge.
static int32_t ask(__wasi_network_t network, const char *name, uint32_t family, int flags, struct lookup *result) {
    uint32_t count = 0, room = (uint32_t)(NET_MOST_ADDRESSES - result->count);
    if (flags & AI_ADDRCONFIG) family |= __WASI_NET_FAMILY_CONFIGURED;
    int32_t error = __wasi_ip_name_lookup_resolve(network, name, strlen(name), family,
                                                  result->addresses + result->count, room, &count);
    if (error == 0) result->count += count < room ? count : room;
    return error;
}

static int32_t resolve(__wasi_network_t network, const char *name, int family, int flags, struct lookup *result) {
    if (family == AF_UNSPEC) return ask(network, name, __WASI_NET_FAMILY_UNSPEC, flags, result);
    if (family == AF_INET) return ask(network, name, __WASI_NET_FAMILY_INET, flags, result);
    int32_t error = ask(network, name, __WASI_NET_FAMILY_INET6, flags, result);
    if (!(flags & AI_V4MAPPED) || (result->count > 0 && !(flags & AI_ALL))) return error;
    size_t first = result->count;
    int32_t error4 = ask(network, name, __WASI_NET_FAMILY_INET, flags, result);
    for (size_t i = first; i < result->count; i++) __net_map_v4(&result->addresses[i]);
    return result->count > 0 ? 0 : error4;
}

static void canonical(__wasi_network_t network, const char *name, struct lookup *result) {
    uint32_t length = 0;
    int32_t error =
        __wasi_ip_name_lookup_canonical_name(network, name, strlen(name), result->canonical, NET_LONGEST_NAME, &length);
    if (error == 0 && length <= NET_LONGEST_NAME) result->canonical[length] = '\0';
    else strcpy(result->canonical, name);
}

int __net_lookup(const char *name, int family, int flags, struct lookup *result) {
    __wasi_network_t network;
    result->count = 0;
    result->canonical[0] = '\0';
    if (name == NULL) {
        this_machine(family, flags, result);
        return 0;
    }
    int literal = __net_literal(name, family, flags, &result->addresses[0]);
    if (literal == 0 && !(flags & AI_CANONNAME)) {
        result->count = 1;
        return 0;
    }
    size_t length = strnlen(name, NET_LONGEST_NAME + 1);
    if (length == 0 || length > NET_LONGEST_NAME) return EAI_NONAME;
    if (literal != EAI_NONAME || flags & AI_NUMERICHOST || strchr(name, '%') != NULL) {
        result->count = literal == 0;
        if (flags & AI_CANONNAME) strcpy(result->canonical, name);
        return literal;
    }
    char other[NET_LONGEST_NAME + 1];
    if (__net_host_alias(name, other, sizeof other)) name = other;
    int32_t error = __net_network(&network);
    if (error == 0) error = need_descriptor();
    if (error == 0) error = resolve(network, name, family, flags, result);
    if (error != 0) return __net_lookup_error(error);
    if (result->count == 0) return EAI_NODATA;
    if (flags & AI_CANONNAME) canonical(network, name, result);
    return 0;
}

int __net_reverse(const __wasi_net_ip_address_t *ip, char name[static NET_LONGEST_NAME + 1]) {
    __wasi_network_t network;
    __wasi_net_address_t address = {.ip = *ip};
    uint32_t length = 0;
    int32_t error = __net_network(&network);
    if (error == 0) error = need_descriptor();
    if (error == 0) error = __wasi_ip_name_lookup_reverse(network, &address, name, NET_LONGEST_NAME, &length);
    if (error != 0) return __net_lookup_error(error);
    if (length > NET_LONGEST_NAME) return EAI_OVERFLOW;
    name[length] = '\0';
    return 0;
}
