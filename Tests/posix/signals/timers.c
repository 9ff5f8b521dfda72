// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>
#include <sys/time.h>

// alarm and setitimer: what was left, repeated ticks, and cancelling.

static volatile sig_atomic_t ticks;

static void handler(int number) { ticks++; }

int main(void) {
    struct itimerval repeated = {{0, 5000}, {0, 5000}}, off = {{0, 0}, {0, 0}}, old;
    signal(SIGALRM, handler);
    SHOW(alarm(100));
    unsigned left = alarm(0);
    EXPECT(left == 99 || left == 100);
    SHOW(alarm(0));
    SHOW(setitimer(ITIMER_REAL, &repeated, NULL));
    while (ticks < 5) continue;
    SHOW(setitimer(ITIMER_REAL, &off, &old));
    printf("interval %d us\n", (int)old.it_interval.tv_usec);
    int seen = ticks;
    usleep(20000);
    EXPECT_EQ(ticks, seen);
    SHOW(getitimer(ITIMER_REAL, &old));
    printf("%d %d\n", (int)old.it_value.tv_sec, (int)old.it_value.tv_usec);
    return t_status;
}
