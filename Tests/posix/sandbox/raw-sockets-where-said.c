// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-outbound raw://127.0.0.1 --allow-outbound raw://[::1]

#include "../test.h"
#include <netinet/icmp6.h>
#include <netinet/ip_icmp.h>

// Raw sockets under rules: an echo request to an address that is permitted comes back with its header, others are not
// sent, no socket is bound without leave, and none writes headers of its own. Nothing to see where the host itself has no
// privilege: then it is EPERM, and that is all.

struct request {
    struct icmphdr head;
    char data[8];
};

static uint16_t sum(const void *data, size_t size) {
    const uint16_t *words = data;
    uint32_t sum = 0;
    for (size_t i = 0; i < size / 2; i++) sum += words[i];
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t)~sum;
}

static void ipv4(int fd) {
    struct endpoint to = loopback(AF_INET, 0), elsewhere = to;
    struct request request = {.head = {.type = ICMP_ECHO, .un.echo = {.id = 77, .sequence = 5}}, .data = "payload"};
    char packet[256];
    request.head.checksum = sum(&request, sizeof request);
    EXPECT_EQ(sendto(fd, &request, sizeof request, 0, &to.any, to.len), sizeof request);
    // All of this machine's ICMP is heard here, the request too.
    for (int found = 0; !found;) {
        struct request got;
        if (!wait_for(fd, POLLIN)) break;
        ssize_t size = recv(fd, packet, sizeof packet, 0);
        EXPECT(size > 20 && (packet[0] & 0xf0) == 0x40);
        if (size != 20 + (ssize_t)sizeof got) continue;
        memcpy(&got, packet + 20, sizeof got);
        found = got.head.type == ICMP_ECHOREPLY && got.head.un.echo.id == 77 && got.head.un.echo.sequence == 5;
        if (found) EXPECT(strcmp(got.data, "payload") == 0);
    }
    inet_pton(AF_INET, "127.0.0.2", &elsewhere.v4.sin_addr);
    EXPECT(sendto(fd, &request, sizeof request, 0, &elsewhere.any, elsewhere.len) == -1 && errno == EACCES);
    EXPECT(connect(fd, &elsewhere.any, elsewhere.len) == -1 && errno == EACCES);
    EXPECT(bind(fd, &to.any, to.len) == -1 && errno == EACCES);
    EXPECT(setsockopt(fd, IPPROTO_IP, IP_HDRINCL, &(int){1}, sizeof(int)) == -1 && errno == ENOPROTOOPT);
    EXPECT(setsockopt(fd, SOL_SOCKET, SO_MARK, &(int){1}, sizeof(int)) == -1 && errno == EPERM);
    EXPECT(setsockopt(fd, SOL_SOCKET, SO_PRIORITY, &(int){100}, sizeof(int)) == -1 && errno == EPERM);
    EXPECT(socket(AF_INET, SOCK_RAW, IPPROTO_RAW) == -1 && errno == EPROTONOSUPPORT);
    EXPECT(connect(fd, &to.any, to.len) == 0);
    EXPECT(socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP) >= 0);
}

static void ipv6(int fd) {
    struct endpoint to = loopback(AF_INET6, 0), elsewhere = to;
    struct icmp6_hdr request = {.icmp6_type = ICMP6_ECHO_REQUEST, .icmp6_id = 78}, got = {.icmp6_type = 0};
    struct icmp6_filter filter;
    ICMP6_FILTER_SETBLOCKALL(&filter);
    ICMP6_FILTER_SETPASS(ICMP6_ECHO_REPLY, &filter);
    EXPECT(setsockopt(fd, IPPROTO_ICMPV6, ICMP6_FILTER, &filter, sizeof filter) == 0);
    EXPECT_EQ(sendto(fd, &request, sizeof request, 0, &to.any, to.len), sizeof request);
    while (wait_for(fd, POLLIN) && recv(fd, &got, sizeof got, 0) > 0 && got.icmp6_id != 78) continue;
    EXPECT_EQ(got.icmp6_type, ICMP6_ECHO_REPLY);
    inet_pton(AF_INET6, "::2", &elsewhere.v6.sin6_addr);
    EXPECT(sendto(fd, &request, sizeof request, 0, &elsewhere.any, elsewhere.len) == -1 && errno == EACCES);
}

int main(void) {
    int fd = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    if (fd >= 0) {
        ipv4(fd);
        ipv6(REQUIRE(socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6)));
    } else {
        EXPECT(errno == EPERM);
    }
    printf("done\n");
    return t_status;
}
