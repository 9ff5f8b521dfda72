// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"

// The old parsers take one to four parts, in decimal, octal and hexadecimal.

int main(void) {
    static const char *const texts[] = {"127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0177.0.0.01",
                                        "0x7f.1", "256.0.0.1", "1.2.3.256", "1.2.65536", "1.16777216", "4294967296",
                                        "1.2.3.4.5", "", "a", "1.2.3.08", "255.255.255.255"};
    struct in_addr in;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int result = inet_aton(texts[i], &in);
        printf("\"%s\": %d %s\n", texts[i], result, result ? inet_ntoa(in) : "");
    }
    SHOW(inet_addr("1.2.3.4") == htonl(0x01020304));
    SHOW(inet_addr("256.1.1.1") == INADDR_NONE);
    SHOW(inet_network("1.2.3.4"));
    in.s_addr = htonl(0x0a010203);
    SHOW(inet_lnaof(in));
    SHOW(inet_netof(in));
    in = inet_makeaddr(0x7f, 0x010203);
    printf("%s\n", inet_ntoa(in));
    return t_status;
}
