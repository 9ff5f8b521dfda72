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

static unsigned hexadecimal(unsigned char c) {
    unsigned digit = c - (unsigned)'0', letter = (c | 0x20u) - 'a';
    return digit < 10 ? digit : letter < 6 ? letter + 10 : 16;
}

// An IPv6 address as it is nearly always written: groups between colons, in one place none. False: anything else, right or
// wrong.
static bool plain_v6(const char *text, uint8_t address[static 16]) {
    enum { NO_GAP = 17 };
    size_t size = 0, gap = NO_GAP;
    if (text[0] == ':' && text[1] == ':') text++, gap = 0;
    for (;;) {
        unsigned value = 0, digit;
        if (gap == size && *++text == '\0') break;
        const char *start = text;
        for (; (digit = hexadecimal((unsigned char)*text)) < 16; text++) value = value << 4 | digit;
        if (text == start || text - start > 4 || size == 16) return false;
        address[size++] = (uint8_t)(value >> 8);
        address[size++] = (uint8_t)value;
        if (*text == '\0') break;
        if (*text++ != ':') return false;
        if (*text == ':') {
            if (gap != NO_GAP) return false;
            gap = size;
        }
    }
    if ((gap == NO_GAP) != (size == 16)) return false;
    if (size == 16) return true;
    size_t tail = size - gap;
    memmove(address + 16 - tail, address + gap, tail);
    memset(address + gap, 0, 16 - size);
    return true;
}

static int literal_v6(const char *text, __wasi_net_ip_address_t *ip) {
    char address[INET6_ADDRSTRLEN];
    if (plain_v6(text, ip->address)) {
        ip->family = __WASI_NET_FAMILY_INET6;
        return 0;
    }
    size_t length = strcspn(text, "%");
    if (length >= sizeof address) return EAI_NONAME;
    memcpy(address, text, length);
    address[length] = '\0';
    if (inet_pton(AF_INET6, address, ip->address) != 1) return EAI_NONAME;
    if (text[length] == '%' && !scope_of(text + length + 1, ip->address, &ip->scope_id)) return EAI_NONAME;
    ip->family = __WASI_NET_FAMILY_INET6;
    return 0;
}

int __net_literal(const char *text, int family, int flags, __wasi_net_ip_address_t *ip) {
    struct in_addr v4;
    memset(ip, 0, sizeof *ip);
    if (__net_plain_v4(text, &v4.s_addr) || (inet_aton(text, &v4) && strpbrk(text, " \t\n\v\f\r") == NULL)) {
        ip->family = __WASI_NET_FAMILY_INET;
        memcpy(ip->address, &v4, sizeof v4);
        if (family != AF_INET6) return 0;
        if (!(flags & AI_V4MAPPED)) return EAI_ADDRFAMILY;
        __net_map_v4(ip);
        return 0;
    }
    int error = literal_v6(text, ip);
    if (error != 0 || family != AF_INET) return error;
    if (!IN6_IS_ADDR_V4MAPPED((const struct in6_addr *)ip->address)) return EAI_ADDRFAMILY;
    // What is mapped is an IPv4 address, as glibc has it.
    memcpy(&v4, ip->address + 12, sizeof v4);
    *ip = (__wasi_net_ip_address_t){.family = __WASI_NET_FAMILY_INET};
    memcpy(ip->address, &v4, sizeof v4);
    return 0;
}
