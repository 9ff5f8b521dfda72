// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"

// close_range and closefrom.

static void show_open(int first, int last) {
    for (int fd = first; fd <= last; fd++) printf(" %d", fcntl(fd, F_GETFD));
    puts("");
}

int main(void) {
    // From 20 on, where nothing was.
    for (int fd = 20; fd < 30; fd++) REQUIRE(dup2(1, fd));
    SHOW(close_range(22, 24, 0));
    show_open(20, 29);
    SHOW(close_range(24, 26, CLOSE_RANGE_CLOEXEC));
    show_open(20, 29);
    SHOW(close_range(100, 200, 0));
    SHOW(close_range(28, ~0u, 0));
    show_open(20, 29);
    closefrom(25);
    show_open(20, 29);
    SHOW(close_range(5, 4, 0));
    SHOW(close_range(100, 200, 64));
    SHOW(close_range(20, 20, CLOSE_RANGE_UNSHARE));
    show_open(20, 21);
    return t_status;
}
