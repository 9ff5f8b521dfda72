// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/inotify.h>
#include <sys/select.h>
#include <sys/uio.h>

// Calls with more than one thing wrong with them, or with nothing to do, answer as Linux does.

int main(void) {
    int ends[2], udp = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    char text[4];
    volatile int none = -1; // not to be seen by a compiler that warns
    struct iovec iov = {text, 4};
    fd_set set;
    REQUIRE(pipe(ends));
    SHOW(tee(-1, -1, 0, SPLICE_F_NONBLOCK));
    SHOW(tee(-1, -1, 0, 0x1000));
    SHOW(splice(-1, NULL, ends[1], NULL, 0, 0));
    SHOW(splice(-1, NULL, ends[1], NULL, 1, 0));
    SHOW(inotify_add_watch(-1, "missing", 0));
    SHOW(inotify_add_watch(-1, "missing", IN_CREATE));
    SHOW(preadv(udp, &iov, none, 0));
    SHOW(pwritev(ends[1], &iov, none, 0));
    SHOW(preadv(udp, &iov, none, -1));
    SHOW(preadv(-1, &iov, 1, -1));
    SHOW(fcntl(-1, F_DUPFD, -1));
    SHOW(accept4(-1, NULL, NULL, 1));
    SHOW(sendmmsg(-1, NULL, 0, 0));
    SHOW(recvmmsg(0, NULL, 0, 0, NULL));
    SHOW(sendmmsg(udp, NULL, 0, 0));

    // select writes whole words, whose size programs know: what is beyond the one that the count ends in stays.
    FD_ZERO(&set);
    FD_SET(3, &set);
    FD_SET(NFDBITS, &set);
    SHOW(select(3, &set, NULL, NULL, &(struct timeval){0}));
    printf("%d %d\n", FD_ISSET(3, &set) != 0, FD_ISSET(NFDBITS, &set) != 0);
    return t_status;
}
