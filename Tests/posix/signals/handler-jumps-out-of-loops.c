// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>
#include <signal.h>
#include <sys/time.h>

// A handler that jumps out of a loop without calls, in the very function of the setjmp: what programs do that give
// something a time to be done in.

static sigjmp_buf place;
static volatile unsigned count;
static volatile int zero;

static void jump(int signal) { siglongjmp(place, signal); }

static void alarm_soon(void) { REQUIRE(setitimer(ITIMER_REAL, &(struct itimerval){.it_value.tv_usec = 20000}, NULL)); }

static unsigned work(unsigned k) {
    while (!zero) k = k * 1664525u + 1013904223u + count;
    return k;
}

static int loop(int p) {
    if (sigsetjmp(place, 1) == 0) {
        alarm_soon();
        for (;;) count++;
    }
    return p + 1;
}

static int nested_loops(int p) {
    int q = p * 3;
    if (sigsetjmp(place, 1) == 0) {
        alarm_soon();
        if (zero) printf("%d\n", q);
        while (!zero)
            for (int i = 0; i < 10; i++) count += i;
        puts("never");
    }
    return p + q;
}

static int several_times(int p) {
    volatile int tries = 0;
again:
    if (sigsetjmp(place, 1) == 0) {
        alarm_soon();
        while (1) count ^= tries;
    }
    if (tries++ < 3) goto again;
    return tries + p;
}

static int in_what_it_calls(int p) {
    if (sigsetjmp(place, 1) == 0) {
        alarm_soon();
        return (int)work((unsigned)p);
    }
    return p + 2;
}

static int by_a_switch(int p) {
    switch (sigsetjmp(place, 1)) {
    case 0:
        alarm_soon();
        for (;;) count++;
    case SIGALRM: return p + 3;
    default: return 0;
    }
}

static int set_beforehand(int p) {
    volatile unsigned turns = 0;
    sigset_t alarm, old;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    sigprocmask(SIG_BLOCK, &alarm, &old);
    alarm_soon();
    if (sigsetjmp(place, 1) == 0) {
        sigprocmask(SIG_UNBLOCK, &alarm, NULL);
        for (;;) turns++;
    }
    sigprocmask(SIG_SETMASK, &old, NULL);
    return p + (turns > 0);
}

static int two_loops(int p) {
    if (sigsetjmp(place, 1)) return p + 6;
    alarm_soon();
    for (;;) {
        count++;
        if (!zero && count % 1000 == 0) break;
    }
    while (1) count += 2;
}

static int plain_setjmp(int p) {
    sigset_t alarm;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    if (setjmp(place) == 0) {
        alarm_soon();
        do count++;
        while (count != 0 || !zero);
    }
    sigprocmask(SIG_UNBLOCK, &alarm, NULL);
    return p + 7;
}

int main(void) {
    REQUIRE(sigaction(SIGALRM, &(struct sigaction){.sa_handler = jump}, NULL));
    printf("%d\n", loop(1));
    printf("%d\n", nested_loops(2));
    printf("%d\n", several_times(3));
    printf("%d\n", in_what_it_calls(4));
    printf("%d\n", by_a_switch(5));
    printf("%d\n", set_beforehand(6));
    printf("%d\n", two_loops(7));
    printf("%d\n", plain_setjmp(8));
    return t_status;
}
