// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-inbound udp://0.0.0.0:* --allow-inbound udp://239.255.6.1:5000 --allow-inbound udp://[ff15::6:0]/112:* --allow-outbound udp://127.0.0.1:*
// stderr: refused join udp 239.255.6.2:*; allow it with --allow-inbound 'udp://239.255.6.2:*'
// stderr: refused join udp [ff15::7:1]:*; allow it with --allow-inbound 'udp://[ff15::7:1]:*'
// stderr: refused bind to udp 239.255.6.2:0; allow it with --allow-inbound udp://239.255.6.2:0
// stderr: refused send to udp 239.255.6.1:5000; allow it with --allow-outbound udp://239.255.6.1:5000
#define _GNU_SOURCE
#include "../test.h"
#include <net/if.h>

// A group is joined where an inbound rule says it, at the port that the socket has; listening everywhere is not enough. In
// every spelling, and by a stream too. Sending to a group is sending.

static int lo;

static void join(const char *what, int fd, const char *group) {
    struct ip_mreqn old = {.imr_ifindex = lo};
    struct ip_mreq_source source = {{0}, {htonl(INADDR_LOOPBACK)}, {htonl(INADDR_LOOPBACK)}};
    struct group_req request = {.gr_interface = lo};
    struct sockaddr_in *in = (struct sockaddr_in *)&request.gr_group;
    in->sin_family = AF_INET;
    inet_pton(AF_INET, group, &in->sin_addr);
    source.imr_multiaddr = old.imr_multiaddr = in->sin_addr;
    struct group_source_req source_request = {.gsr_interface = lo, .gsr_group = request.gr_group};
    ((struct sockaddr_in *)&source_request.gsr_source)->sin_family = AF_INET;
    printf("-- %s\n", what);
    SHOW(setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &old, sizeof old));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_DROP_MEMBERSHIP, &old, sizeof old));
    SHOW(setsockopt(fd, IPPROTO_IP, MCAST_JOIN_GROUP, &request, sizeof request));
    SHOW(setsockopt(fd, IPPROTO_IP, MCAST_LEAVE_GROUP, &request, sizeof request));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_ADD_SOURCE_MEMBERSHIP, &source, sizeof source));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_DROP_SOURCE_MEMBERSHIP, &source, sizeof source));
    SHOW(setsockopt(fd, IPPROTO_IP, MCAST_JOIN_SOURCE_GROUP, &source_request, sizeof source_request) == 0);
    SHOW(setipv4sourcefilter(fd, source.imr_interface, in->sin_addr, MCAST_EXCLUDE, 0, NULL));
}

static void join_v6(int fd, const char *group) {
    struct ipv6_mreq request = {.ipv6mr_interface = lo};
    inet_pton(AF_INET6, group, &request.ipv6mr_multiaddr);
    SHOW(setsockopt(fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &request, sizeof request));
}

int main(void) {
    struct endpoint at = loopback(AF_INET, 0);
    lo = if_nametoindex("lo");
    int unbound = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), bound = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    int six = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0)), tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    join("a rule for one port, not bound yet", unbound, "239.255.6.1");
    at.v4.sin_addr.s_addr = htonl(INADDR_ANY);
    SHOW(bind(bound, &at.any, at.len));
    join("a rule for one port, bound to another", bound, "239.255.6.1");
    join("no rule", unbound, "239.255.6.2");
    join("a stream", tcp, "239.255.6.2");
    join("no group", bound, "127.0.0.1");
    join_v6(six, "ff15::6:1");
    join_v6(six, "ff15::7:1");
    inet_pton(AF_INET, "239.255.6.2", &at.v4.sin_addr);
    SHOW(bind(unbound, &at.any, at.len));
    inet_pton(AF_INET, "239.255.6.1", &at.v4.sin_addr);
    at.v4.sin_port = htons(5000);
    SHOW(sendto(unbound, "x", 1, 0, &at.any, at.len));
    return t_status;
}
