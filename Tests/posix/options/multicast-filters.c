// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <net/if.h>

// Which sources of a group are heard (IP_MSFILTER, MCAST_MSFILTER and RFC 3678's functions): lists set and read with room
// for fewer, modes, lengths that do not fit.

static int lo;

static struct in_addr host(int number) {
    return (struct in_addr){htonl(0x7f000000 + number)};
}

static void show_v4(int fd, struct in_addr group, uint32_t room) {
    struct in_addr sources[8];
    uint32_t mode = 99, count = room;
    memset(sources, 0, sizeof sources);
    if (getipv4sourcefilter(fd, host(1), group, &mode, &count, sources) < 0) {
        printf("room %d: %s\n", (int)room, errname(errno));
        return;
    }
    printf("room %d: mode %d, %d sources:", (int)room, (int)mode, (int)count);
    for (uint32_t i = 0; i < room && i < count; i++) printf(" %s", inet_ntoa(sources[i]));
    printf("\n");
}

static void ipv4(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    struct ip_mreqn member = {.imr_ifindex = lo};
    struct in_addr sources[4] = {host(1), host(2), host(3), host(4)};
    inet_pton(AF_INET, "239.255.3.1", &member.imr_multiaddr);
    struct in_addr group = member.imr_multiaddr;
    SHOW(setipv4sourcefilter(fd, host(1), group, MCAST_INCLUDE, 1, sources));
    show_v4(fd, group, 4);
    SHOW(setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &member, sizeof member));
    show_v4(fd, group, 4);
    SHOW(setipv4sourcefilter(fd, host(1), group, MCAST_EXCLUDE, 3, sources));
    for (uint32_t room = 0; room < 5; room++) show_v4(fd, group, room);
    SHOW(setipv4sourcefilter(fd, host(1), group, MCAST_INCLUDE, 2, sources + 2));
    show_v4(fd, group, 8);
    SHOW(setipv4sourcefilter(fd, host(1), group, 7, 1, sources));
    SHOW(setipv4sourcefilter(fd, host(1), host(1), MCAST_INCLUDE, 1, sources));
    SHOW(setipv4sourcefilter(fd, host(1), group, MCAST_INCLUDE, 0, sources));
    show_v4(fd, group, 8);
    struct {
        struct ip_msfilter head;
        struct in_addr more[31];
    } long_one = {.head = {.imsf_multiaddr = group, .imsf_interface = host(1), .imsf_numsrc = 3}};
    for (socklen_t len = 0; len < 32; len += 4) {
        int result = setsockopt(fd, IPPROTO_IP, IP_MSFILTER, &long_one, len);
        printf("set %d: %s\n", (int)len, result < 0 ? errname(errno) : "ok");
        socklen_t room = len;
        result = getsockopt(fd, IPPROTO_IP, IP_MSFILTER, &long_one, &room);
        printf("get %d: %s, %d\n", (int)len, result < 0 ? errname(errno) : "ok", (int)room);
        long_one.head.imsf_numsrc = 3;
    }
    long_one.head.imsf_numsrc = 20;
    SHOW(setsockopt(fd, IPPROTO_IP, IP_MSFILTER, &long_one, sizeof long_one));
    long_one.head.imsf_numsrc = 0x7fffffff;
    SHOW(setsockopt(fd, IPPROTO_IP, IP_MSFILTER, &long_one, sizeof long_one));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_MSFILTER, NULL, sizeof long_one));
}

static void ipv6(void) {
    int fd = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    struct group_req member = {.gr_interface = lo};
    struct sockaddr_storage sources[3];
    struct sockaddr *group = (struct sockaddr *)&member.gr_group;
    uint32_t mode, count;
    memset(sources, 0, sizeof sources);
    member.gr_group.ss_family = AF_INET6;
    inet_pton(AF_INET6, "ff15::3:1", &((struct sockaddr_in6 *)group)->sin6_addr);
    for (int i = 0; i < 3; i++) {
        sources[i].ss_family = AF_INET6;
        ((struct sockaddr_in6 *)&sources[i])->sin6_addr.s6_addr[15] = i + 1;
    }
    SHOW(setsourcefilter(fd, lo, group, sizeof(struct sockaddr_in6), MCAST_INCLUDE, 1, sources));
    SHOW(setsockopt(fd, IPPROTO_IPV6, MCAST_JOIN_GROUP, &member, sizeof member));
    SHOW(setsourcefilter(fd, lo, group, sizeof(struct sockaddr_in6), MCAST_EXCLUDE, 3, sources));
    for (uint32_t room = 0; room < 4; room++) {
        memset(sources, 0, sizeof sources);
        count = room;
        SHOW(getsourcefilter(fd, lo, group, sizeof(struct sockaddr_in6), &mode, &count, sources));
        printf("mode %d, %d sources:", (int)mode, (int)count);
        for (uint32_t i = 0; i < room && i < count; i++) {
            struct endpoint e = {.storage = sources[i]};
            printf(" %s", address_text(&e));
        }
        printf("\n");
    }
}

int main(void) {
    lo = if_nametoindex("lo");
    ipv4();
    ipv6();
    return t_status;
}
