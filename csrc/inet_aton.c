// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <stdlib.h>

// Addresses of one to four parts, in decimal, octal or hexadecimal; the last part fills the bytes that are left.
// musl's own lets a number above 32 bits through where a long has no more, as the largest there is.

int __inet_aton(const char *text, struct in_addr *address) {
    uint32_t value = 0;
    for (int parts = 1; parts <= 4; parts++) {
        char *end;
        if (*text < '0' || *text > '9') return 0;
        unsigned long long part = strtoull(text, &end, 0);
        if (*end == '\0') {
            if (part >> (8 * (5 - parts)) != 0) return 0;
            address->s_addr = htonl(value | (uint32_t)part);
            return 1;
        }
        if (*end != '.' || parts == 4 || part > 255) return 0;
        value |= (uint32_t)part << (8 * (4 - parts));
        text = end + 1;
    }
    return 0;
}

int inet_aton(const char *, struct in_addr *) __attribute__((__alias__("__inet_aton")));
