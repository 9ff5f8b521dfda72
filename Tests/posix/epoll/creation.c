// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// epoll_create and epoll_create1: arguments, the number, the flags.

int main(void) {
    SHOW(epoll_create(0));
    SHOW(epoll_create(-1));
    SHOW(epoll_create1(O_APPEND));
    int first = SHOW_OK(epoll_create(1));
    int second = SHOW_OK(epoll_create1(EPOLL_CLOEXEC));
    EXPECT_EQ(second, first + 1);
    printf("close on exec: %d %d\n", fcntl(first, F_GETFD) & FD_CLOEXEC, fcntl(second, F_GETFD) & FD_CLOEXEC);
    printf("mode: %d\n", (fcntl(first, F_GETFL) & O_ACCMODE) == O_RDWR);
    SHOW(close(first));
    EXPECT_EQ(epoll_create1(0), first);
    SHOW(close(second));
    struct epoll_event event;
    SHOW(epoll_wait(second, &event, 1, 0));
    return t_status;
}
