// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>

#include "lookup.h"

// Addresses in text.

void __net_map_v4(__wasi_net_ip_address_t *ip) {
    static const uint8_t prefix[12] = {[10] = 0xff, [11] = 0xff};
    memcpy(ip->address + 12, ip->address, 4);
    memcpy(ip->address, prefix, sizeof prefix);
    ip->family = __WASI_NET_FAMILY_INET6;
}

// A number, or for an address that is local to a link or a machine the name of an interface.
static bool scope_of(const char *text, const uint8_t *address, uint32_t *scope) {
    char *end;
    bool local = (address[0] == 0xfe && (address[1] & 0xc0) == 0x80) ||
                 (address[0] == 0xff && ((address[1] & 0x0f) == 1 || (address[1] & 0x0f) == 2));
    unsigned long long number = strtoull(text, &end, 10);
    if (*text >= '0' && *text <= '9' && *end == '\0') {
        *scope = (uint32_t)number;
        return number <= UINT32_MAX;
    }
    *scope = local ? if_nametoindex(text) : 0;
    return *scope != 0;
}

static int literal_v6(const char *text, __wasi_net_ip_address_t *ip) {
    char address[INET6_ADDRSTRLEN];
    size_t length = strcspn(text, "%");
    if (length >= sizeof address) return EAI_NONAME;
    memcpy(address, text, length);
    address[length] = '\0';
    if (inet_pton(AF_INET6, address, ip->address) != 1) return EAI_NONAME;
    if (text[length] == '%' && !scope_of(text + length + 1, ip->address, &ip->scope_id)) return EAI_NONAME;
    ip->family = __WASI_NET_FAMILY_INET6;
    return 0;
}

// The host reads what is written as usual; the rest are the forms of old, and scopes.
static int read_address(const char *text, __wasi_net_ip_address_t *ip) {
    struct in_addr v4;
    if (__wasi_ip_name_lookup_numeric(text, NULL, ip) == 0) return 0;
    memset(ip, 0, sizeof *ip);
    if (!inet_aton(text, &v4) || strpbrk(text, " \t\n\v\f\r") != NULL) return literal_v6(text, ip);
    ip->family = __WASI_NET_FAMILY_INET;
    memcpy(ip->address, &v4, sizeof v4);
    return 0;
}

int __net_literal(const char *text, int family, int flags, __wasi_net_ip_address_t *ip) {
    struct in_addr v4;
    int error = read_address(text, ip);
    if (error != 0) return error;
    if (ip->family == __WASI_NET_FAMILY_INET) {
        if (family != AF_INET6) return 0;
        if (!(flags & AI_V4MAPPED)) return EAI_ADDRFAMILY;
        __net_map_v4(ip);
        return 0;
    }
    if (family != AF_INET) return 0;
    if (!IN6_IS_ADDR_V4MAPPED((const struct in6_addr *)ip->address)) return EAI_ADDRFAMILY;
    // What is mapped is an IPv4 address, as glibc has it.
    memcpy(&v4, ip->address + 12, sizeof v4);
    *ip = (__wasi_net_ip_address_t){.family = __WASI_NET_FAMILY_INET};
    memcpy(ip->address, &v4, sizeof v4);
    return 0;
}
