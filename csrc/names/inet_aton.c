// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <ctype.h>
#include <string.h>

#include "internal.h"

// IPv4 addresses in the forms of old: one to four numbers, each decimal, octal or hexadecimal.

#define PARTS 4

static int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 99;
}

// Reads a number and moves behind it; false: none, or over 32 bits.
static bool number(const char **text, uint32_t *result) {
    const char *start = *text;
    uint64_t value = 0;
    unsigned base = 10;
    if (*start == '0') {
        base = 8;
        if ((start[1] | 0x20) == 'x') {
            base = 16;
            start += 2;
            if (digit_of(*start) >= 16) return false;
        }
    }
    const char *end = start;
    for (; digit_of(*end) < (int)base; end++) {
        value = value * base + (uint64_t)digit_of(*end);
        if (value > UINT32_MAX) return false;
    }
    *text = end;
    *result = (uint32_t)value;
    return end > start;
}

// The numbers between dots, at most four; 0: not such a text. It may end in a blank and anything after that.
static int parts_of(const char *text, uint32_t parts[static PARTS]) {
    for (int count = 0; count < PARTS; text++) {
        if (!number(&text, &parts[count++])) return 0;
        if (*text == '\0' || isspace((unsigned char)*text)) return count;
        if (*text != '.') return 0;
    }
    return 0;
}

// The last number fills what the others leave.
int inet_aton(const char *text, struct in_addr *address) {
    uint32_t parts[PARTS], value = 0;
    __wasi_net_ip_address_t ip;
    if (__wasi_ip_name_lookup_numeric(text, NULL, &ip) == 0) {
        // An IPv4 address as it is nearly always written.
        if (ip.family != __WASI_NET_FAMILY_INET) return 0;
        if (address != NULL) memcpy(address, ip.address, sizeof *address);
        return 1;
    }
    int count = parts_of(text, parts);
    if (count == 0) return 0;
    for (int i = 0; i < count - 1; i++) {
        if (parts[i] > 255) return 0;
        value |= parts[i] << (24 - 8 * i);
    }
    if (parts[count - 1] > UINT32_MAX >> (8 * (count - 1))) return 0;
    if (address != NULL) address->s_addr = __builtin_bswap32(value | parts[count - 1]);
    return 1;
}

in_addr_t inet_addr(const char *text) {
    struct in_addr address;
    return inet_aton(text, &address) ? address.s_addr : INADDR_NONE;
}

// A network's number: the numbers side by side, in this machine's order. Nothing may follow them but blanks.
in_addr_t inet_network(const char *text) {
    uint32_t parts[PARTS], value = 0;
    int count = parts_of(text, parts);
    if (count == 0) return INADDR_NONE;
    const char *rest = text + strcspn(text, " \t\n\v\f\r");
    if (rest[strspn(rest, " \t\n\v\f\r")] != '\0') return INADDR_NONE;
    for (int i = 0; i < count; i++) {
        if (parts[i] > 255) return INADDR_NONE;
        value = value << 8 | parts[i];
    }
    return value;
}

// --- The network and the host in an address, by its class ---

static int host_bits(in_addr_t address) { return IN_CLASSA(address) ? 24 : IN_CLASSB(address) ? 16 : 8; }

in_addr_t inet_lnaof(struct in_addr in) {
    in_addr_t address = __builtin_bswap32(in.s_addr);
    return address & ((1u << host_bits(address)) - 1);
}

in_addr_t inet_netof(struct in_addr in) {
    in_addr_t address = __builtin_bswap32(in.s_addr);
    return address >> host_bits(address);
}

struct in_addr inet_makeaddr(in_addr_t network, in_addr_t host) {
    in_addr_t address = network | host;
    if (network < 1u << 8) address = network << 24 | (host & 0xffffff);
    else if (network < 1u << 16) address = network << 16 | (host & 0xffff);
    else if (network < 1u << 24) address = network << 8 | (host & 0xff);
    return (struct in_addr){__builtin_bswap32(address)};
}
