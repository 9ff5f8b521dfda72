// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/ioctl.h>

// FIONBIO is O_NONBLOCK by another way; requests and descriptors that make no sense are told so.

int main(void) {
    int pair[2], on = 1, off = 0, n;
    char got[4];
    connected_pair(AF_INET, pair);
    SHOW(ioctl(pair[0], FIONBIO, &on));
    printf("nonblocking %d\n", (fcntl(pair[0], F_GETFL) & O_NONBLOCK) != 0);
    SHOW(recv(pair[0], got, sizeof got, 0));
    SHOW(ioctl(pair[0], FIONBIO, &off));
    printf("nonblocking %d\n", (fcntl(pair[0], F_GETFL) & O_NONBLOCK) != 0);
    int ends[2];
    REQUIRE(pipe(ends));
    SHOW(ioctl(ends[0], FIONBIO, &on));
    SHOW(read(ends[0], got, sizeof got));
    SHOW(ioctl(-1, FIONREAD, &n));
    SHOW(ioctl(-1, FIONBIO, &on));
    SHOW(ioctl(pair[0], 0xbeef, &n));
    return t_status;
}
