// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Text to address and back: what is accepted, what is not, and the shortest form that comes out.

int main(void) {
    static const char *const texts4[] = {"127.0.0.1", "255.255.255.255", "0.0.0.0", "1.2.3", "1.2.3.4.5", "256.1.1.1",
                                         "01.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1..2.3", "", "0x7f.0.0.1", "1.2.3.-4"};
    static const char *const texts6[] = {"::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:0:0:4:0:0:0:8", "2001:DB8::A",
                                         "::ffff:1.2.3.4", "0:0:1:0:0:0:0:0", "1:0:2:0:3:0:4:0",
                                         "1:2:3:4:5:6:7", "1::2::3", ":1", "12345::", "::g", "1:2:3:4:5:6:7:8:9",
                                         "fe80::1%lo", "", "::1.2.3", "1:2:3:4:5:6:1.2.3.4"};
    char text[INET6_ADDRSTRLEN];
    unsigned char bytes[16];
    for (size_t i = 0; i < sizeof texts4 / sizeof *texts4; i++) {
        int result = inet_pton(AF_INET, texts4[i], bytes);
        printf("\"%s\": %d %s\n", texts4[i], result, result == 1 ? inet_ntop(AF_INET, bytes, text, sizeof text) : "");
    }
    for (size_t i = 0; i < sizeof texts6 / sizeof *texts6; i++) {
        int result = inet_pton(AF_INET6, texts6[i], bytes);
        printf("\"%s\": %d %s\n", texts6[i], result, result == 1 ? inet_ntop(AF_INET6, bytes, text, sizeof text) : "");
    }
    SHOW(inet_pton(99, "1.2.3.4", bytes));
    memset(bytes, 1, sizeof bytes);
    SHOW(inet_ntop(AF_INET, bytes, text, 7) ? 0 : -1);
    SHOW(inet_ntop(AF_INET, bytes, text, 8) ? 0 : -1);
    SHOW(inet_ntop(AF_INET6, bytes, text, 31) ? 0 : -1);
    SHOW(inet_ntop(99, bytes, text, sizeof text) ? 0 : -1);
    return t_status;
}
