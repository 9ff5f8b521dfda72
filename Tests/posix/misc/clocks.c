// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/time.h>

// Clocks agree with each other, the monotonic one does not go back, sleeping takes its time.

int main(void) {
    struct timespec real, resolution, nap = {0, 20000000}, wrong = {0, 1000000000};
    struct timeval tv;
    SHOW(clock_gettime(CLOCK_REALTIME, &real));
    SHOW(gettimeofday(&tv, NULL));
    time_t now = time(NULL);
    EXPECT(real.tv_sec > 1600000000 && now - real.tv_sec <= 1 && tv.tv_sec - real.tv_sec <= 1);
    EXPECT(real.tv_nsec >= 0 && real.tv_nsec < 1000000000);
    SHOW(clock_getres(CLOCK_MONOTONIC, &resolution));
    EXPECT(resolution.tv_sec == 0 && resolution.tv_nsec > 0);
    struct timespec last, next;
    clock_gettime(CLOCK_MONOTONIC, &last);
    for (int i = 0; i < 1000; i++, last = next) {
        clock_gettime(CLOCK_MONOTONIC, &next);
        EXPECT(next.tv_sec > last.tv_sec || (next.tv_sec == last.tv_sec && next.tv_nsec >= last.tv_nsec));
    }
    long long began = now_ms();
    SHOW(nanosleep(&nap, NULL));
    SHOW(usleep(20000));
    EXPECT(now_ms() - began >= 40);
    SHOW(nanosleep(&wrong, NULL));
    return t_status;
}
