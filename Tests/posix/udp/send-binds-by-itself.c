// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Sending or connecting gives an unbound socket its port, and a connected one its address.

int main(void) {
    struct endpoint at, local;
    int server = bound_socket(AF_INET, SOCK_DGRAM, &at), fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    local = local_of(fd);
    printf("fresh: %s, port %s\n", address_text(&local), port_of(&local) ? "chosen" : "0");
    SHOW(sendto(fd, "x", 1, 0, &at.any, at.len));
    local = local_of(fd);
    printf("after sendto: %s, port %s\n", address_text(&local), port_of(&local) ? "chosen" : "0");
    struct endpoint from = {.len = sizeof from.storage};
    char got[4];
    SHOW(recvfrom(server, got, sizeof got, 0, &from.any, &from.len));
    EXPECT_EQ(port_of(&from), port_of(&local));
    SHOW(bind(fd, &at.any, at.len));
    fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    SHOW(connect(fd, &at.any, at.len));
    local = local_of(fd);
    printf("after connect: %s, port %s\n", address_text(&local), port_of(&local) ? "chosen" : "0");
    return t_status;
}
