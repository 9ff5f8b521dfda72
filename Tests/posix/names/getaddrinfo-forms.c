// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Addresses and ports in text, right and nearly right: what is read fast and what is read slowly must be read alike.

static void look(const char *node, const char *service) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV}, *found;
    char host[NI_MAXHOST], port[NI_MAXSERV];
    int error = getaddrinfo(node, service, &hints, &found);
    if (error != 0) {
        printf("'%s' '%s': error %d\n", node, service, error);
        return;
    }
    EXPECT_EQ(getnameinfo(found->ai_addr, found->ai_addrlen, host, sizeof host, port, sizeof port,
                          NI_NUMERICHOST | NI_NUMERICSERV), 0);
    printf("'%s' '%s': %s %s%s\n", node, service, host, port, found->ai_next != NULL ? " and more" : "");
    freeaddrinfo(found);
}

int main(void) {
    static const char *const nodes[] = {
        "0.0.0.0", "255.255.255.255", "192.0.2.17", "256.0.0.1", "1.2.3.4.", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.09",
        "1.2.3.00", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4x", "1..2.3", ".1.2.3", "0x7f.1", "2130706433", "4294967296", "1.2.3.1000",
        "1.2.65535", "0000000000000001.2.3.4",
        "::", "::1", "1::", "1::2", "2001:db8::17", "::1:2:3:4:5:6:7", "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:8", "::1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7:8:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", ":", ":::", "1:::2", "1::2::3", ":1::2",
        "::1:", "1:", ":1", "12345::", "::12345", "00001::", "0001::000f", "::FFFF:1", "::ffff:1.2.3.4", "::1.2.3.4",
        "::1.2.3", "1::1.2.3.4:5", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "::g", "::1 ", " ::1", "fe80::1%7", "::1%0",
        "abcd:ef01:2345:6789:abcd:ef01:2345:6789", "1:2::7:8", "1:0:0:2:0:0:0:3", "::1x"};
    static const char *const services[] = {"0", "80", "65535", "99999999999999999999",
                                           "080", "0000000080", " 80", "80 ", "+80", "-1", "8a", "0x50"};
    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) look(nodes[i], "8080");
    for (size_t i = 0; i < sizeof services / sizeof *services; i++) {
        look("192.0.2.1", services[i]);
        look("::1", services[i]);
    }
    return t_status;
}
