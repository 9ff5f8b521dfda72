// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Where zeros are left out and IPv4 shows, for every pattern of zeros; rooms of every size.

int main(void) {
    unsigned char address[16];
    char text[64];
    for (int bits = 0; bits < 256; bits++) {
        for (int i = 0; i < 8; i++) {
            unsigned word = bits >> i & 1 ? (i == 5 ? 0xffff : 0x100 + i) : 0;
            address[2 * i] = word >> 8, address[2 * i + 1] = word;
        }
        printf("%s\n", inet_ntop(AF_INET6, address, text, sizeof text));
    }
    for (socklen_t size = 0; size <= 16; size++) {
        errno = 0;
        const char *result = inet_ntop(AF_INET, "\xff\xff\xff\xff", text, size);
        printf("%d %s %s\n", (int)size, result ? result : "none", errname(errno));
    }
    const char *result = inet_ntop(77, address, text, sizeof text);
    printf("%d %s\n", result != NULL, errname(errno));
    return t_status;
}
