// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <signal.h>
#include <sys/time.h>

// Timers that signal a program which computes: timer_create without an event (SIGALRM), of the
// processor's time, and the two older timers of the processor's time.

static timer_t timer;
static volatile sig_atomic_t alarms, virtual_alarms, profiles, right = 1;

static void handler(int signal, siginfo_t *info, void *context) {
    if (signal == SIGALRM) {
        alarms++;
        if (info->si_code != SI_TIMER) right = 0;
    }
    virtual_alarms += signal == SIGVTALRM;
    profiles += signal == SIGPROF;
    if (signal != SIGALRM && info->si_code != SI_KERNEL) right = 0;
}

static void compute_until(volatile sig_atomic_t *count, int enough) {
    volatile unsigned sum = 0;
    for (long long start = now_ms(); *count < enough && now_ms() - start < 15000;)
        for (unsigned i = 0; i < 100000; i++) sum += i;
}

int main(void) {
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
    struct itimerspec often = {{0, 1000000}, {0, 1000000}}, once = {{0, 0}, {0, 1000000}};
    struct itimerval period = {{0, 5000}, {0, 5000}}, never = {{0, 0}, {0, 0}}, before;
    REQUIRE(sigaction(SIGALRM, &action, NULL));
    REQUIRE(sigaction(SIGVTALRM, &action, NULL));
    REQUIRE(sigaction(SIGPROF, &action, NULL));
    REQUIRE(timer_create(CLOCK_MONOTONIC, NULL, &timer));
    REQUIRE(timer_settime(timer, 0, &often, NULL));
    compute_until(&alarms, 5);
    REQUIRE(timer_delete(timer));
    printf("alarms: %d\n", alarms >= 5);

    alarms = 0;
    REQUIRE(timer_create(CLOCK_PROCESS_CPUTIME_ID, NULL, &timer));
    REQUIRE(timer_settime(timer, 0, &once, NULL));
    compute_until(&alarms, 1);
    REQUIRE(timer_delete(timer));
    printf("alarms of the processor's time: %d\n", (int)alarms);

    REQUIRE(setitimer(ITIMER_VIRTUAL, &period, NULL));
    compute_until(&virtual_alarms, 2);
    REQUIRE(getitimer(ITIMER_VIRTUAL, &before));
    // The kernel counts it in ticks.
    printf("virtual: %d, interval kept: %d\n", virtual_alarms >= 2, before.it_interval.tv_usec >= 5000);
    SHOW(setitimer(ITIMER_VIRTUAL, &never, NULL));
    REQUIRE(setitimer(ITIMER_PROF, &period, NULL));
    compute_until(&profiles, 2);
    SHOW(setitimer(ITIMER_PROF, &never, NULL));
    printf("profiling: %d, right: %d\n", profiles >= 2, (int)right);
    SHOW(setitimer(3, &never, NULL));
    SHOW(getitimer(-1, &before));
    return t_status;
}
