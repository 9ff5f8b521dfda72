// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <resolv.h>

// Base64 both ways.

int main(void) {
    static const char *const texts[] = {"", "QQ==", "QUI=", "QUJD", "QUJDRA==", " Q U J D ", "QQ", "QQ=", "QQ=x", "QR==", "QUJ=", "Q", "Q===", "QUJD====", "Q*==", "QUI= =", "Q Q = = "};
    unsigned char bytes[64];
    char text[64];
    for (int size = 0; size < 8; size++) {
        int length = b64_ntop((const unsigned char *)"\xff\xfe\0abcde", size, text, sizeof text);
        printf("%d: %d %s\n", size, length, text);
        printf("   %d %d\n", b64_ntop((const unsigned char *)"abcdefgh", size, text, length),
               b64_ntop((const unsigned char *)"abcdefgh", size, text, length + 1));
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int size = b64_pton(texts[i], bytes, sizeof bytes);
        printf("\"%s\": %d %.*s\n", texts[i], size, size > 0 ? size : 0, (char *)bytes);
        printf("  counted %d\n", b64_pton(texts[i], NULL, 0));
        printf("  into two %d\n", b64_pton(texts[i], bytes, 2));
    }
    return t_status;
}
