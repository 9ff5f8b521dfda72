// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <netinet/udp.h>
#include <sys/uio.h>

// A socket does not look at control messages of other levels than its own, whatever they are; of its own level it refuses
// what it does not know. And lengths that are not a number of descriptors.

static void send_with(const char *kind, int fd, int level, int type, size_t length) {
    char data[4] = "abc", control[CMSG_SPACE(64)] = "";
    struct iovec iov = {data, 3};
    struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = control, .msg_controllen = CMSG_SPACE(length)};
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = level;
    head->cmsg_type = type;
    head->cmsg_len = CMSG_LEN(length);
    errno = 0;
    ssize_t sent = sendmsg(fd, &message, MSG_DONTWAIT);
    printf("%s, level %s, %zu bytes: %zd %s\n", kind, level == SOL_SOCKET ? "of sockets" : level == IPPROTO_IP ? "IP" : level == IPPROTO_IPV6 ? "IPv6" : level == IPPROTO_UDP ? "UDP" : level == IPPROTO_TCP ? "TCP" : "unknown", length, sent, sent < 0 ? errname(errno) : "");
}

static void send_all(const char *kind, int fd) {
    static const int levels[] = {SOL_SOCKET, IPPROTO_IP, IPPROTO_IPV6, IPPROTO_UDP, IPPROTO_TCP, 77};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        for (size_t length = 0; length <= 12; length += 4) send_with(kind, fd, levels[i], 177, length);
    // What is known elsewhere, and of a wrong length.
    for (size_t length = 0; length <= 24; length += 3) {
        if (length != 4) send_with(kind, fd, IPPROTO_IP, IP_TTL, length);
        if (length != 4) send_with(kind, fd, IPPROTO_IPV6, IPV6_TCLASS, length);
        send_with(kind, fd, IPPROTO_IPV6, IPV6_PKTINFO, length);
    }
}

int main(void) {
    int tcp[2], stream[2], datagram[2];
    struct endpoint at4, at6;
    int udp4 = bound_socket(AF_INET, SOCK_DGRAM, &at4), udp6 = bound_socket(AF_INET6, SOCK_DGRAM, &at6);
    REQUIRE(connect(udp4, &at4.any, at4.len));
    REQUIRE(connect(udp6, &at6.any, at6.len));
    connected_pair(AF_INET, tcp);
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, stream));
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, datagram));
    send_all("UDP", udp4);
    send_all("UDP over IPv6", udp6);
    send_all("TCP", tcp[0]);
    send_all("unix stream", stream[0]);
    // Descriptors: as many as there are whole ones.
    for (size_t length = 0; length < 12; length++) {
        char data[4], control[CMSG_SPACE(64)] = "";
        struct iovec iov = {data, 3};
        struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = control, .msg_controllen = CMSG_SPACE(length)};
        struct cmsghdr *head = CMSG_FIRSTHDR(&message);
        *head = (struct cmsghdr){.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(length)};
        int descriptors[3] = {STDOUT_FILENO, datagram[0], STDOUT_FILENO};
        memcpy(CMSG_DATA(head), descriptors, sizeof descriptors);
        printf("%zu: ", length);
        SHOW(sendmsg(datagram[0], &message, MSG_DONTWAIT));
        message.msg_controllen = sizeof control;
        REQUIRE(recvmsg(datagram[1], &message, 0));
        head = CMSG_FIRSTHDR(&message);
        printf("%zu\n", head == NULL ? 0 : (head->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    }
    return t_status;
}
