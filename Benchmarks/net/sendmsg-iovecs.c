// SPDX-License-Identifier: Apache-2.0

#include "net.h"

#include <sys/uio.h>

// sendmsg-iovecs COUNT: datagrams gathered from 16 pieces of 64 bytes, each received whole before the next.

enum { PIECES = 16, PIECE = 64 };

int main(int argc, char **argv) {
    static char pieces[PIECES][2 * PIECE], whole[PIECES * PIECE];
    struct iovec iov[PIECES];
    struct msghdr message = {.msg_iov = iov, .msg_iovlen = PIECES};
    int ends[2];
    check(socketpair(AF_UNIX, SOCK_DGRAM, 0, ends), "socketpair");
    for (int i = 0; i < PIECES; i++) iov[i] = (struct iovec){pieces[i], PIECE};
    double began = now();
    for (int count = atoi(argv[1]); count > 0; count--) {
        check(sendmsg(ends[0], &message, 0), "sendmsg");
        if (check(recv(ends[1], whole, sizeof whole, 0), "recv") != sizeof whole) return 1;
    }
    printf("%.6f\n", now() - began);
    return 0;
}
