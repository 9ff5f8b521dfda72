// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <net/if.h>

// What membership is for: a datagram to the group comes to its members, until they leave, and not from a source that is
// blocked. IP_MULTICAST_LOOP and IP_MULTICAST_ALL say who hears it.

static int lo;

// Sends to the group at the receiver's port: whether it arrives. A datagram over loopback is there when send returns.
static const char *heard(int sender, int receiver, int family, const char *group) {
    struct endpoint to = local_of(receiver);
    char byte;
    if (family == AF_INET) inet_pton(AF_INET, group, &to.v4.sin_addr);
    else inet_pton(AF_INET6, group, &to.v6.sin6_addr);
    if (sendto(sender, "x", 1, 0, &to.any, to.len) < 0) return errname(errno);
    return recv(receiver, &byte, 1, MSG_DONTWAIT) == 1 ? "heard" : errname(errno);
}

static int bound(int family, const char *to) {
    int fd = REQUIRE(socket(family, SOCK_DGRAM, 0));
    struct endpoint at = loopback(family, 0);
    if (family == AF_INET) inet_pton(AF_INET, to, &at.v4.sin_addr);
    else inet_pton(AF_INET6, to, &at.v6.sin6_addr);
    REQUIRE(bind(fd, &at.any, at.len));
    return fd;
}

static void ipv4(void) {
    char group[INET_ADDRSTRLEN];
    int receiver = bound(AF_INET, "0.0.0.0"), sender = bound(AF_INET, "127.0.0.1"), off = 0, on = 1;
    struct ip_mreqn member = {.imr_ifindex = lo};
    struct group_source_req source = {.gsr_interface = lo};
    // Nobody else's: a socket hears what any process on the machine is a member for.
    struct endpoint at = local_of(receiver);
    snprintf(group, sizeof group, "239.255.%d.%d", port_of(&at) >> 8, port_of(&at) & 255);
    inet_pton(AF_INET, group, &member.imr_multiaddr);
    SHOW(setsockopt(sender, IPPROTO_IP, IP_MULTICAST_IF, &member, sizeof member));
    printf("before: %s\n", heard(sender, receiver, AF_INET, group));
    SHOW(setsockopt(receiver, IPPROTO_IP, IP_ADD_MEMBERSHIP, &member, sizeof member));
    printf("member: %s\n", heard(sender, receiver, AF_INET, group));
    int other = bound(AF_INET, "0.0.0.0");
    printf("another: %s\n", heard(sender, other, AF_INET, group));
    SHOW(setsockopt(other, IPPROTO_IP, IP_MULTICAST_ALL, &off, sizeof off));
    printf("another without all: %s\n", heard(sender, other, AF_INET, group));
    SHOW(setsockopt(sender, IPPROTO_IP, IP_MULTICAST_LOOP, &off, sizeof off));
    printf("not looped: %s\n", heard(sender, receiver, AF_INET, group));
    SHOW(setsockopt(sender, IPPROTO_IP, IP_MULTICAST_LOOP, &on, sizeof on));
    ((struct sockaddr_in *)&source.gsr_group)->sin_family = AF_INET;
    ((struct sockaddr_in *)&source.gsr_group)->sin_addr = member.imr_multiaddr;
    ((struct sockaddr_in *)&source.gsr_source)->sin_family = AF_INET;
    ((struct sockaddr_in *)&source.gsr_source)->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    SHOW(setsockopt(receiver, IPPROTO_IP, MCAST_BLOCK_SOURCE, &source, sizeof source));
    printf("blocked: %s\n", heard(sender, receiver, AF_INET, group));
    SHOW(setsockopt(receiver, IPPROTO_IP, MCAST_UNBLOCK_SOURCE, &source, sizeof source));
    printf("unblocked: %s\n", heard(sender, receiver, AF_INET, group));
    SHOW(setsockopt(receiver, IPPROTO_IP, IP_DROP_MEMBERSHIP, &member, sizeof member));
    printf("left: %s\n", heard(sender, receiver, AF_INET, group));
    int at_group = bound(AF_INET, group);
    SHOW(setsockopt(at_group, IPPROTO_IP, IP_ADD_MEMBERSHIP, &member, sizeof member));
    printf("bound to the group: %s\n", heard(sender, at_group, AF_INET, group));
    printf("and asked by name: %s\n", heard(sender, at_group, AF_INET, "127.0.0.1"));
}

static void ipv6(void) {
    const char *group = "ff11::4:1";
    int receiver = bound(AF_INET6, "::"), sender = bound(AF_INET6, "::1"), off = 0;
    struct ipv6_mreq member = {.ipv6mr_interface = lo};
    inet_pton(AF_INET6, group, &member.ipv6mr_multiaddr);
    SHOW(setsockopt(sender, IPPROTO_IPV6, IPV6_MULTICAST_IF, &lo, sizeof lo));
    printf("before: %s\n", heard(sender, receiver, AF_INET6, group));
    SHOW(setsockopt(receiver, IPPROTO_IPV6, IPV6_JOIN_GROUP, &member, sizeof member));
    printf("member: %s\n", heard(sender, receiver, AF_INET6, group));
    SHOW(setsockopt(sender, IPPROTO_IPV6, IPV6_MULTICAST_LOOP, &off, sizeof off));
    printf("not looped: %s\n", heard(sender, receiver, AF_INET6, group));
    SHOW(setsockopt(receiver, IPPROTO_IPV6, IPV6_LEAVE_GROUP, &member, sizeof member));
    printf("left: %s\n", heard(sender, receiver, AF_INET6, group));
}

int main(void) {
    lo = if_nametoindex("lo");
    ipv4();
    ipv6();
    return t_status;
}
