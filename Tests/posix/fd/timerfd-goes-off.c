// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>
#include <sys/timerfd.h>

#include "../test.h"

// A timer as a descriptor: it wakes poll and epoll, counts, and can be stopped.

int main(void) {
    int fd = REQUIRE(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)), set = REQUIRE(epoll_create1(0));
    uint64_t count = 0;
    struct itimerspec setting = {.it_value.tv_nsec = 20000000}, old;
    struct epoll_event event = {.events = EPOLLIN};
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, fd, &event));
    printf("close on exec %d, nonblocking %d\n", fcntl(fd, F_GETFD) & FD_CLOEXEC,
           (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0);
    SHOW(read(fd, &count, sizeof count));
    long long start = now_ms();
    SHOW(timerfd_settime(fd, 0, &setting, &old));
    printf("before: %d\n", old.it_value.tv_sec == 0 && old.it_value.tv_nsec == 0);
    SHOW(epoll_wait(set, &event, 1, 10000));
    EXPECT(now_ms() - start >= 19);
    printf("poll: %s\n", events_text(wait_for(fd, POLLIN | POLLOUT)));
    SHOW(read(fd, &count, 4));
    SHOW(read(fd, &count, sizeof count));
    printf("%llu\n", (unsigned long long)count);
    SHOW(read(fd, &count, sizeof count));
    SHOW(write(fd, &count, sizeof count));
    setting = (struct itimerspec){.it_value.tv_nsec = 1000000, .it_interval.tv_nsec = 1000000};
    SHOW(timerfd_settime(fd, 0, &setting, NULL));
    set_nonblocking(fd, 0);
    uint64_t total = 0;
    while (total < 5) {
        REQUIRE(read(fd, &count, sizeof count));
        total += count;
    }
    printf("five times\n");
    setting = (struct itimerspec){.it_value.tv_nsec = 0};
    SHOW(timerfd_settime(fd, 0, &setting, &old));
    printf("interval was %ld\n", (long)old.it_interval.tv_nsec);
    SHOW(epoll_wait(set, &event, 1, 0));
    return t_status;
}
