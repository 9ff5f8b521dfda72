// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Time to live, hop limits and the multicast switches, with their ranges.

static void number(const char *what, int fd, int level, int name, int wanted) {
    int got = -1;
    socklen_t len = sizeof got;
    printf("%s %d: ", what, wanted);
    if (setsockopt(fd, level, name, &wanted, sizeof wanted) < 0) printf("%s, ", errname(errno));
    if (getsockopt(fd, level, name, &got, &len) < 0) printf("%s, ", errname(errno));
    printf("%d\n", got);
}

int main(void) {
    int four = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), six = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    const int values[] = {1, 255, 256, 0, 33};
    for (int i = 0; i < 5; i++) {
        number("IP_TTL", four, IPPROTO_IP, IP_TTL, values[i]);
        number("IPV6_UNICAST_HOPS", six, IPPROTO_IPV6, IPV6_UNICAST_HOPS, values[i]);
        number("IP_MULTICAST_TTL", four, IPPROTO_IP, IP_MULTICAST_TTL, values[i]);
        number("IPV6_MULTICAST_HOPS", six, IPPROTO_IPV6, IPV6_MULTICAST_HOPS, values[i]);
    }
    number("IP_MULTICAST_LOOP", four, IPPROTO_IP, IP_MULTICAST_LOOP, 0);
    number("IPV6_MULTICAST_LOOP", six, IPPROTO_IPV6, IPV6_MULTICAST_LOOP, 0);
    number("IP_TOS", four, IPPROTO_IP, IP_TOS, 0x10);
    return t_status;
}
