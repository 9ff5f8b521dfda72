// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>
#include <sys/timerfd.h>

#include "../test.h"

// What the timer calls refuse, and what timerfd_gettime tells.

int main(void) {
    int fd = REQUIRE(timerfd_create(CLOCK_REALTIME, 0)), ends[2];
    struct itimerspec setting = {.it_value.tv_sec = 1000, .it_interval.tv_sec = 7}, now;
    REQUIRE(pipe(ends));
    SHOW(timerfd_create(CLOCK_MONOTONIC, O_APPEND));
    SHOW(timerfd_gettime(fd, &now));
    printf("off: %d\n", now.it_value.tv_sec == 0 && now.it_value.tv_nsec == 0 && now.it_interval.tv_sec == 0);
    SHOW(timerfd_settime(fd, 4, &setting, NULL));
    SHOW(timerfd_settime(fd, 0, NULL, NULL));
    SHOW(timerfd_settime(ends[0], 0, &setting, NULL));
    SHOW(timerfd_settime(-1, 0, &setting, NULL));
    SHOW(timerfd_gettime(ends[0], &now));
    SHOW(timerfd_gettime(-1, &now));
    SHOW(timerfd_gettime(fd, NULL));
    SHOW(timerfd_settime(fd, 0, &setting, &now));
    SHOW(timerfd_gettime(fd, &now));
    printf("%d %d\n", now.it_value.tv_sec == 999 && now.it_value.tv_nsec > 0, (int)now.it_interval.tv_sec);
    setting.it_value.tv_nsec = 1000000000;
    SHOW(timerfd_settime(fd, 0, &setting, NULL));
    setting.it_value = (struct timespec){.tv_sec = -1};
    SHOW(timerfd_settime(fd, 0, &setting, NULL));
    setting.it_value = (struct timespec){.tv_sec = 1};
    setting.it_interval.tv_nsec = -1;
    SHOW(timerfd_settime(fd, 0, &setting, NULL));
    // A moment that is past goes off at once.
    setting = (struct itimerspec){.it_value.tv_sec = 1};
    SHOW(timerfd_settime(fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &setting, NULL));
    uint64_t count;
    SHOW(read(fd, &count, sizeof count));
    printf("%llu\n", (unsigned long long)count);
    SHOW(timerfd_settime(fd, 0, &setting, NULL));
    printf("reading %s\n", (set_nonblocking(fd, 1), read(fd, &count, sizeof count) < 0) ? errname(errno) : "ok");
    return t_status;
}
