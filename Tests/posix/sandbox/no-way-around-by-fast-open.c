// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-inbound tcp://127.0.0.1:*
// stderr: --allow-outbound tcp://127.0.0.1:

#include "../test.h"
#include <netinet/tcp.h>
#include <sys/uio.h>

// Sending can connect, on Linux, when asked by MSG_FASTOPEN, and connecting can be put off by TCP_FASTOPEN_CONNECT: not
// to addresses that connect would be refused.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), on = 1;
    const int fast_open = 0x20000000;
    struct iovec iov = {"x", 1};
    struct msghdr message = {.msg_name = &at.any, .msg_namelen = at.len, .msg_iov = &iov, .msg_iovlen = 1};
    set_nonblocking(listener, 1);
    printf("sendto: %s\n", sendto(client, "x", 1, fast_open | MSG_NOSIGNAL, &at.any, at.len) < 0 ? "refused" : "SENT");
    printf("sendto: %s\n", sendto(client, "x", 1, MSG_NOSIGNAL, &at.any, at.len) < 0 ? "refused" : "SENT");
    printf("sendmsg: %s\n", sendmsg(client, &message, fast_open | MSG_NOSIGNAL) < 0 ? "refused" : "SENT");
#ifdef TCP_FASTOPEN_CONNECT
    setsockopt(client, IPPROTO_TCP, TCP_FASTOPEN_CONNECT, &on, sizeof on);
#endif
    EXPECT(on == 1);
    SHOW(connect(client, &at.any, at.len));
    printf("send: %s\n", send(client, "x", 1, MSG_NOSIGNAL) < 0 ? "refused" : "SENT");
    SHOW(accept(listener, NULL, NULL));
    return t_status;
}
