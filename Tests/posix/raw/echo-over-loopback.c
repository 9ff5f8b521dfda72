// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <netinet/icmp6.h>
#include <netinet/ip_icmp.h>

// Datagrams of ICMP: a request and its answer over loopback, the identifier being the socket's port; where the system
// does not permit them (net.ipv4.ping_group_range), socket says so.

struct request {
    struct icmphdr head;
    char data[8];
};

static void ipv4(void) {
    int fd = SHOW_OK(socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
    if (fd < 0) return;
    struct endpoint to = loopback(AF_INET, 0), from = {.len = sizeof from.storage};
    struct request request = {.head = {.type = ICMP_ECHO}}, answer;
    int type = -1, protocol = -1;
    socklen_t len = sizeof type;
    REQUIRE(getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &len));
    REQUIRE(getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, &protocol, &len));
    printf("datagrams %d, protocol %d\n", type == SOCK_DGRAM, protocol);
    request.head.un.echo.sequence = htons(7);
    memcpy(request.data, "payload", 8);
    SHOW(sendto(fd, &request, sizeof request, 0, &to.any, to.len));
    EXPECT(wait_for(fd, POLLIN) & POLLIN);
    SHOW(recvfrom(fd, &answer, sizeof answer, 0, &from.any, &from.len));
    struct endpoint own = local_of(fd);
    printf("type %d, sequence %d, %s, from %s, identifier %d\n", answer.head.type, ntohs(answer.head.un.echo.sequence),
           answer.data, address_text(&from), ntohs(answer.head.un.echo.id) == port_of(&own));
    SHOW(connect(fd, &to.any, to.len));
    SHOW(send(fd, &request, sizeof request, 0));
    SHOW(recv(fd, &answer, sizeof answer, 0));
    request.head.type = ICMP_ECHOREPLY;
    SHOW(send(fd, &request, sizeof request, 0));
    SHOW(send(fd, &request, 4, 0));
    int bound = REQUIRE(socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
    SHOW(bind(bound, &to.any, to.len));
    SHOW(listen(bound, 1));
    SHOW(accept(bound, NULL, NULL));
}

static void ipv6(void) {
    int fd = SHOW_OK(socket(AF_INET6, SOCK_DGRAM, IPPROTO_ICMPV6));
    if (fd < 0) return;
    struct endpoint to = loopback(AF_INET6, 0);
    struct icmp6_hdr request = {.icmp6_type = ICMP6_ECHO_REQUEST}, answer;
    SHOW(sendto(fd, &request, sizeof request, 0, &to.any, to.len));
    EXPECT(wait_for(fd, POLLIN) & POLLIN);
    SHOW(recv(fd, &answer, sizeof answer, 0));
    printf("type %d\n", answer.icmp6_type);
}

int main(void) {
    ipv4();
    ipv6();
    SHOW(socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMPV6));
    SHOW(socket(AF_INET6, SOCK_DGRAM, IPPROTO_ICMP));
    SHOW(socket(AF_INET, SOCK_STREAM, IPPROTO_ICMP));
    return t_status;
}
