// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"
#include <signal.h>
#include <time.h>

// Timers that have a function called (SIGEV_THREAD), with a value of their own each, again and again, whatever signals are
// blocked; one that is deleted calls no more.

static volatile int calls[3];

static void expired(union sigval value) {
    errno = EDOM; // the thread's
    calls[value.sival_int]++;
}

static timer_t make(int index) {
    struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_value.sival_int = index};
    timer_t timer = NULL;
    event.sigev_notify_function = expired;
    REQUIRE(timer_create(CLOCK_MONOTONIC, &event, &timer));
    return timer;
}

static void set(timer_t timer, long first, long interval) {
    struct itimerspec often = {.it_value.tv_nsec = first, .it_interval.tv_nsec = interval};
    REQUIRE(timer_settime(timer, 0, &often, NULL));
}

static void wait_for_calls(int index, int count) {
    for (int i = 0; calls[index] < count && i < 10000; i++) usleep(1000);
    printf("timer %d: %s\n", index, calls[index] >= count ? "called" : "not called");
}

static volatile sig_atomic_t handled;
static void handler(int number) { handled = number; }

static void errno_stays(timer_t timer) {
    int before = calls[0];
    long long start = now_ms();
    set(timer, 5000000, 0);
    errno = ENOENT;
    while (calls[0] == before && now_ms() - start < 10000) continue;
    printf("errno: %s\n", errname(errno));
}

int main(void) {
    sigset_t all, before, after;
    sigfillset(&all);
    timer_t once = make(0), often = make(1), never = make(2);
    set(once, 5000000, 0);
    wait_for_calls(0, 1);
    errno_stays(once);
    REQUIRE(sigprocmask(SIG_SETMASK, &all, &before));
    set(often, 5000000, 2000000);
    wait_for_calls(1, 5);
    set(never, 500000000, 0);
    SHOW(timer_delete(never));
    SHOW(timer_delete(often));
    int so_far = calls[1];
    REQUIRE(sigprocmask(SIG_SETMASK, &before, NULL));
    set(once, 5000000, 0);
    wait_for_calls(0, 3);
    printf("%d %d\n", calls[1] - so_far <= 1, calls[2]);
    SHOW(timer_delete(once));
    // Other signals are as they were.
    REQUIRE(sigaction(SIGRTMAX - 1, &(struct sigaction){.sa_handler = handler}, NULL));
    SHOW(raise(SIGRTMAX - 1));
    printf("%d\n", handled == SIGRTMAX - 1);
    REQUIRE(sigprocmask(SIG_SETMASK, NULL, &after));
    printf("%d\n", sigismember(&after, SIGRTMAX - 1));
    return t_status;
}
