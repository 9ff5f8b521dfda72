// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <net/if.h>

// Membership in multicast groups in all its spellings: joining, joining twice, leaving, what is no group, structures of
// all lengths, other kinds of sockets; sources that are blocked, and ways to say the interface.

static int lo;

static struct sockaddr_storage address(int family, const char *text) {
    struct sockaddr_storage storage;
    struct sockaddr_in *in = (struct sockaddr_in *)&storage;
    struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)&storage;
    memset(&storage, 0, sizeof storage);
    storage.ss_family = family;
    if (family == AF_INET) EXPECT(inet_pton(AF_INET, text, &in->sin_addr) == 1);
    if (family == AF_INET6) EXPECT(inet_pton(AF_INET6, text, &in6->sin6_addr) == 1);
    return storage;
}

static void set(const char *what, int fd, int level, int option, const void *value, socklen_t len) {
    errno = 0;
    int result = setsockopt(fd, level, option, value, len);
    printf("%s: %s\n", what, result == 0 ? "ok" : errname(errno));
}

static void old_spelling(int fd) {
    struct ip_mreqn request = {.imr_ifindex = lo};
    struct ip_mreq plain;
    inet_pton(AF_INET, "239.255.1.1", &request.imr_multiaddr);
    for (int i = 0; i < 2; i++) set("join", fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request);
    for (int i = 0; i < 2; i++) set("leave", fd, IPPROTO_IP, IP_DROP_MEMBERSHIP, &request, sizeof request);
    plain.imr_multiaddr = request.imr_multiaddr;
    plain.imr_interface.s_addr = htonl(INADDR_LOOPBACK);
    set("join by address", fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &plain, sizeof plain);
    set("leave by index", fd, IPPROTO_IP, IP_DROP_MEMBERSHIP, &request, sizeof request);
    plain.imr_interface.s_addr = htonl(0xc0000201);
    set("no such interface's address", fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &plain, sizeof plain);
    request.imr_ifindex = 9999;
    set("no such interface", fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request);
    request.imr_ifindex = lo;
    inet_pton(AF_INET, "127.0.0.1", &request.imr_multiaddr);
    set("no group", fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request);
    for (socklen_t len = 0; len <= 16; len += 4)
        set("length", fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, len <= 12 ? len : 12);
    set("null", fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, NULL, 12);
    struct ip_mreq_source source = {{0}, {0}, {0}};
    inet_pton(AF_INET, "239.255.1.2", &source.imr_multiaddr);
    source.imr_interface.s_addr = htonl(INADDR_LOOPBACK);
    source.imr_sourceaddr.s_addr = htonl(INADDR_LOOPBACK);
    const int steps[] = {IP_BLOCK_SOURCE, IP_ADD_SOURCE_MEMBERSHIP, IP_ADD_SOURCE_MEMBERSHIP, IP_BLOCK_SOURCE,
                         IP_DROP_SOURCE_MEMBERSHIP, IP_DROP_SOURCE_MEMBERSHIP, IP_UNBLOCK_SOURCE};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        set("source", fd, IPPROTO_IP, steps[i], &source, sizeof source);
    for (socklen_t len = 0; len < sizeof source; len += 5)
        set("source, length", fd, IPPROTO_IP, IP_ADD_SOURCE_MEMBERSHIP, &source, len);
}

static void old_v6_spelling(int fd) {
    struct ipv6_mreq request = {.ipv6mr_interface = lo};
    inet_pton(AF_INET6, "ff15::1:1", &request.ipv6mr_multiaddr);
    for (int i = 0; i < 2; i++) set("v6 join", fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &request, sizeof request);
    for (int i = 0; i < 2; i++) set("v6 leave", fd, IPPROTO_IPV6, IPV6_LEAVE_GROUP, &request, sizeof request);
    set("v6 older name", fd, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, &request, sizeof request);
    for (socklen_t len = 0; len < sizeof request; len += 4)
        set("v6 length", fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &request, len);
    request.ipv6mr_interface = 9999;
    set("v6 no such interface", fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &request, sizeof request);
    request.ipv6mr_multiaddr = in6addr_loopback;
    set("v6 no group", fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &request, sizeof request);
    inet_pton(AF_INET6, "::ffff:239.255.1.1", &request.ipv6mr_multiaddr);
    set("v6 mapped group", fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &request, sizeof request);
}

static void new_spelling(const char *what, int fd, int family, const char *group, const char *host) {
    int level = family == AF_INET6 ? IPPROTO_IPV6 : IPPROTO_IP;
    struct group_req request = {.gr_interface = lo, .gr_group = address(family, group)};
    struct group_source_req source = {.gsr_interface = lo, .gsr_group = request.gr_group, .gsr_source = address(family, host)};
    printf("-- %s\n", what);
    for (int i = 0; i < 2; i++) set("join", fd, level, MCAST_JOIN_GROUP, &request, sizeof request);
    for (int i = 0; i < 2; i++) set("block", fd, level, MCAST_BLOCK_SOURCE, &source, sizeof source);
    for (int i = 0; i < 2; i++) set("unblock", fd, level, MCAST_UNBLOCK_SOURCE, &source, sizeof source);
    set("a source of a whole group", fd, level, MCAST_JOIN_SOURCE_GROUP, &source, sizeof source);
    for (int i = 0; i < 2; i++) set("leave", fd, level, MCAST_LEAVE_GROUP, &request, sizeof request);
    for (int i = 0; i < 2; i++) set("join source", fd, level, MCAST_JOIN_SOURCE_GROUP, &source, sizeof source);
    for (int i = 0; i < 2; i++) set("leave source", fd, level, MCAST_LEAVE_SOURCE_GROUP, &source, sizeof source);
    set("short", fd, level, MCAST_JOIN_GROUP, &request, sizeof request - 1);
    set("empty", fd, level, MCAST_JOIN_GROUP, &request, 0);
    set("short source", fd, level, MCAST_JOIN_SOURCE_GROUP, &source, sizeof source - 1);
    request.gr_interface = 9999;
    set("no such interface", fd, level, MCAST_JOIN_GROUP, &request, sizeof request);
    request.gr_interface = lo;
    request.gr_group = address(family, host);
    set("no group", fd, level, MCAST_JOIN_GROUP, &request, sizeof request);
    request.gr_group = address(family == AF_INET ? AF_INET6 : AF_INET, family == AF_INET ? "ff15::1" : "239.255.1.1");
    set("of the other family", fd, level, MCAST_JOIN_GROUP, &request, sizeof request);
    request.gr_group = address(AF_UNIX, "");
    set("of no family", fd, level, MCAST_JOIN_GROUP, &request, sizeof request);
    socklen_t len = sizeof request;
    SHOW(getsockopt(fd, level, MCAST_JOIN_GROUP, &request, &len));
}

static void interfaces(int fd, int six) {
    struct ip_mreqn request = {.imr_ifindex = lo};
    struct in_addr got;
    socklen_t len = sizeof got;
    SHOW(getsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, &got, &len));
    printf("%s, %d\n", inet_ntoa(got), (int)len);
    set("by index", fd, IPPROTO_IP, IP_MULTICAST_IF, &request, sizeof request);
    request.imr_ifindex = 0;
    request.imr_address.s_addr = htonl(INADDR_LOOPBACK);
    set("by address", fd, IPPROTO_IP, IP_MULTICAST_IF, &request.imr_address, 4);
    SHOW(getsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, &got, &len));
    printf("%s\n", inet_ntoa(got));
    set("as ip_mreq", fd, IPPROTO_IP, IP_MULTICAST_IF, &request, 8);
    set("wrong index", fd, IPPROTO_IP, IP_MULTICAST_IF, &(struct ip_mreqn){.imr_ifindex = 9999}, 12);
    for (socklen_t i = 0; i < 4; i++) set("short", fd, IPPROTO_IP, IP_MULTICAST_IF, &request, i);
    for (len = 0; len < 6; len++) {
        socklen_t room = len;
        int result = getsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, &got, &room);
        printf("room %d: %d, %d\n", (int)len, result, (int)room);
    }
    set("v6", six, IPPROTO_IPV6, IPV6_MULTICAST_IF, &lo, sizeof lo);
    set("v6 wrong", six, IPPROTO_IPV6, IPV6_MULTICAST_IF, &(int){9999}, sizeof lo);
    set("unicast", fd, IPPROTO_IP, IP_UNICAST_IF, &(int){htonl(lo)}, sizeof lo);
    set("unicast, wrong", fd, IPPROTO_IP, IP_UNICAST_IF, &(int){htonl(9999)}, sizeof lo);
}

int main(void) {
    int four = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), six = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    int tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), local = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0));
    lo = if_nametoindex("lo");
    old_spelling(four);
    old_v6_spelling(six);
    new_spelling("IPv4", four, AF_INET, "239.255.2.1", "127.0.0.1");
    new_spelling("IPv6", six, AF_INET6, "ff15::2:1", "::1");
    new_spelling("IPv4 by a socket of IPv6", six, AF_INET, "239.255.2.1", "127.0.0.1");
    interfaces(four, six);
    struct ip_mreqn request = {.imr_ifindex = lo, .imr_multiaddr.s_addr = htonl(0xefff0101)};
    set("tcp", tcp, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request);
    set("tcp, short", tcp, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, 4);
    set("unix", local, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request);
    set("a pipe", 0, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request);
    set("closed", 999, IPPROTO_IP, IP_ADD_MEMBERSHIP, &request, sizeof request);
    return t_status;
}
