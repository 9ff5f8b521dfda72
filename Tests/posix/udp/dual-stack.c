// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// An IPv6 socket that is not V6ONLY hears IPv4 senders as mapped addresses and answers them there.

int main(void) {
    int six = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0)), off = 0;
    struct endpoint any = {.len = sizeof any.v6}, from = {.len = sizeof from.storage}, four_at;
    char got[8] = "";
    any.v6.sin6_family = AF_INET6;
    SHOW(setsockopt(six, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off));
    SHOW(bind(six, &any.any, any.len));
    struct endpoint at = local_of(six), to = loopback(AF_INET, port_of(&at));
    int four = bound_socket(AF_INET, SOCK_DGRAM, &four_at);
    SHOW(sendto(four, "four", 4, 0, &to.any, to.len));
    SHOW(recvfrom(six, got, sizeof got, 0, &from.any, &from.len));
    printf("%s from %s\n", got, address_text(&from));
    EXPECT_EQ(port_of(&from), port_of(&four_at));
    SHOW(sendto(six, "six", 3, 0, &from.any, from.len));
    from.len = sizeof from.storage;
    SHOW(recvfrom(four, got, sizeof got, 0, &from.any, &from.len));
    printf("%.3s from %s\n", got, address_text(&from));
    EXPECT(same_endpoint(&from, &to));
    return t_status;
}
