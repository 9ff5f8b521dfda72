// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>
#include <sys/timerfd.h>

#include "../test.h"

// A timer set to a time of the monotonic clock goes off then.

int main(void) {
    int fd = REQUIRE(timerfd_create(CLOCK_MONOTONIC, 0));
    struct itimerspec setting = {.it_value.tv_nsec = 0};
    uint64_t count;
    REQUIRE(clock_gettime(CLOCK_MONOTONIC, &setting.it_value));
    setting.it_value.tv_nsec += 30000000;
    if (setting.it_value.tv_nsec >= 1000000000) {
        setting.it_value.tv_nsec -= 1000000000;
        setting.it_value.tv_sec++;
    }
    SHOW(timerfd_settime(fd, TFD_TIMER_ABSTIME, &setting, NULL));
    SHOW(read(fd, &count, sizeof count));
    struct timespec now;
    REQUIRE(clock_gettime(CLOCK_MONOTONIC, &now));
    EXPECT(now.tv_sec > setting.it_value.tv_sec ||
           (now.tv_sec == setting.it_value.tv_sec && now.tv_nsec >= setting.it_value.tv_nsec));
    printf("%llu\n", (unsigned long long)count);
    SHOW(timerfd_gettime(fd, &setting));
    printf("off: %d\n", setting.it_value.tv_sec == 0 && setting.it_value.tv_nsec == 0);
    return t_status;
}
