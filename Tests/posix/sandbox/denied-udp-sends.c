// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound udp://127.0.0.1:9 --allow-inbound udp://127.0.0.1:*
// stderr: udp 127.0.0.1:10
// stderr: --allow-outbound udp://127.0.0.1:10

#define _GNU_SOURCE
#include "../test.h"
#include <sys/uio.h>

// Every way to send a datagram asks the policy about the address: sendto, sendmsg, sendmmsg, connect.

int main(void) {
    struct endpoint allowed = loopback(AF_INET, 9), denied = loopback(AF_INET, 10), at = loopback(AF_INET, 0);
    struct iovec iov = {"x", 1};
    struct msghdr message = {.msg_name = &denied.any, .msg_namelen = denied.len, .msg_iov = &iov, .msg_iovlen = 1};
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    SHOW(sendto(fd, "x", 1, 0, &denied.any, denied.len));
    SHOW(sendmsg(fd, &message, 0));
    struct mmsghdr several[3] = {{.msg_hdr = message}, {.msg_hdr = message}, {.msg_hdr = message}};
    several[0].msg_hdr.msg_name = &allowed.any;
    several[2].msg_hdr.msg_name = &allowed.any;
    SHOW(sendmmsg(fd, several, 3, 0));
    SHOW(sendmmsg(fd, several + 1, 2, 0));
    SHOW(connect(fd, &denied.any, denied.len));
    SHOW(send(fd, "x", 1, 0));
    SHOW(sendto(fd, "x", 1, 0, &allowed.any, allowed.len));
    int connected = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    SHOW(connect(connected, &allowed.any, allowed.len));
    SHOW(sendto(connected, "x", 1, 0, &denied.any, denied.len));
    SHOW(send(connected, "x", 1, 0));
    int bound = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    SHOW(bind(bound, &at.any, at.len));
    at = local_of(bound);
    SHOW(sendto(bound, "x", 1, 0, &at.any, at.len));
    return t_status;
}
