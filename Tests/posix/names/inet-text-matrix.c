// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// The functions that read addresses, each with what the others take and with what none does.

int main(void) {
    static const char *const texts[] = {
        "1.2.3.4", "01.2.3.4", "1.2.3.04", "001.2.3.4", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4x",
        "1..2.3", ".1.2.3", "1.2.3.", "", "0", "0.0.0.0", "255.255.255.255", "0x1.2.3.4", "1.0x2", "0377.1", "08.1", "-1.2.3.4", "+1.2.3.4",
        "1.2.3.4\n", "1.2.3.4\t5", "1.16777216", "1.2.65536", "1e1",
        "::", "::1", "1::", "1::1", "::1:2:3:4:5:6:7", "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7", "::1::2",
        ":1::2", "1:::2", "1:", ":", "12345::", "g::", "::ffff:1.2.3.4", "::1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3",
        "::1.2.3.256", "::1.2.3.4.5", "1.2.3.4::", "::01.2.3.4", "fe80::1%1", "ABCD:EF::abcd", "::00001", "::0001", "1:2:3:4::5:6:7:8"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct in_addr four = {0}, old = {0};
        struct in6_addr six;
        char text[INET6_ADDRSTRLEN] = "";
        memset(&six, 0, sizeof six);
        int is_four = inet_pton(AF_INET, texts[i], &four), is_six = inet_pton(AF_INET6, texts[i], &six), is_old = inet_aton(texts[i], &old);
        printf("\"%s\": %d %#x, %d %s, ", texts[i], is_four, is_four == 1 ? (unsigned)ntohl(four.s_addr) : 0, is_six,
               is_six == 1 ? inet_ntop(AF_INET6, &six, text, sizeof text) : "none");
        printf("%d %#x, %#x, %#x\n", !!is_old, is_old ? (unsigned)ntohl(old.s_addr) : 0, (unsigned)inet_addr(texts[i]), (unsigned)inet_network(texts[i]));
    }
    printf("%d\n", inet_pton(99, "1.2.3.4", &(struct in6_addr){}));
    printf("%s\n", errname(errno));
    static const unsigned addresses[] = {0, 0x01020304, 0x7f000001, 0x80010203, 0xbfffffff, 0xc0000201, 0xdfffffff, 0xe0000001, 0xf0000001, 0xffffffff};
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        struct in_addr in = {htonl(addresses[i])};
        unsigned network = inet_netof(in), host = inet_lnaof(in);
        printf("%s: network %#x, host %#x, again %s\n", strcpy((char[16]){0}, inet_ntoa(in)), network, host, inet_ntoa(inet_makeaddr(network, host)));
    }
    return t_status;
}
