// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"

// A nonblocking pipe holds 64 KiB, refuses more, and writes of up to PIPE_BUF are all or nothing.

int main(void) {
    int ends[2];
    static char page[4096], rest[70000];
    SHOW(pipe2(ends, O_NONBLOCK | O_CLOEXEC));
    printf("nonblocking %d %d, close on exec %d %d\n", (fcntl(ends[0], F_GETFL) & O_NONBLOCK) != 0,
           (fcntl(ends[1], F_GETFL) & O_NONBLOCK) != 0, fcntl(ends[0], F_GETFD), fcntl(ends[1], F_GETFD));
    SHOW(read(ends[0], page, 1));
    int pages = 0;
    while (write(ends[1], page, sizeof page) == sizeof page) pages++;
    printf("%s after %d pages\n", errname(errno), pages);
    SHOW(read(ends[0], rest, 100));
    SHOW(write(ends[1], page, sizeof page));
    SHOW(read(ends[0], rest, 4096));
    SHOW(write(ends[1], rest, sizeof rest));
    volatile int unknown = 0x40000000;
    SHOW(pipe2(ends, unknown));
    return t_status;
}
