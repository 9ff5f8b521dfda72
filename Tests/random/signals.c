// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <time.h>

// Signals within the process: masks, raising, waiting for none, timers that go off in years.

static const struct name signals[] = {NAMED(SIGUSR1), NAMED(SIGUSR2), NAMED(SIGPIPE), NAMED(SIGURG), NAMED(SIGIO), NAMED(SIGWINCH), NAMED(SIGHUP), {0, NULL}};

static int some_signal(void) {
    if (chance(75)) return one_named(signals);
    if (chance(60)) {
        int at = (int)rnd(4);
        say(" RT%d", at);
        return SIGRTMIN + at;
    }
    int number = ONE_OF(0, 65, 99, -1);
    say(" %d", number);
    return number;
}

static sigset_t some_set(void) {
    sigset_t set;
    sigemptyset(&set);
    say(" [");
    for (unsigned i = rnd(4); i > 0; i--) {
        int signal = some_signal();
        if (signal > 0 && signal < 65) sigaddset(&set, signal);
    }
    say(" ]");
    return set;
}

static void say_set(const sigset_t *set) {
    say(" [");
    for (const struct name *row = signals; row->name != NULL; row++)
        if (sigismember(set, row->value)) say(" %s", row->name);
    for (int i = 0; i < 4; i++)
        if (sigismember(set, SIGRTMIN + i)) say(" RT%d", i);
    say(" ]");
}

static void step_mask(void) {
    static const struct name ways[] = {NAMED(SIG_BLOCK), NAMED(SIG_UNBLOCK), NAMED(SIG_SETMASK), {0, NULL}};
    sigset_t before;
    say(" sigprocmask");
    int how = one_named(ways);
    sigset_t set = some_set();
    if (chance(3)) {
        how = 99;
        say(" 99");
    }
    if (result(sigprocmask(how, chance(90) ? &set : NULL, &before)) == 0) say_set(&before);
}

static void step_raise(void) {
    say(" raise");
    int signal = some_signal();
    sigset_t blocked;
    sigprocmask(SIG_BLOCK, NULL, &blocked);
    // Nor is one of a broken pipe the process's.
    if (signal == SIGPIPE && sigismember(&blocked, signal)) return;
    switch (rnd(3)) {
    case 0:
        // One that waits for the thread and another of the process come both, natively.
        if (signal > 0 && signal < 65 && sigismember(&blocked, signal)) break;
        result(raise(signal));
        break;
    case 1: result(kill(getpid(), signal)); break;
    default: result(sigqueue(getpid(), signal, (union sigval){.sival_int = (int)rnd(100)})); break;
    }
}

static void step_pending(void) {
    sigset_t set;
    say(" sigpending");
    if (result(sigpending(&set)) == 0) say_set(&set);
}

static void say_signal(int signal) {
    for (const struct name *row = signals; row->name != NULL; row++)
        if (row->value == signal) say(" %s", row->name);
    if (signal >= SIGRTMIN) say(" RT%d", signal - SIGRTMIN);
}

static void step_timedwait(void) {
    siginfo_t info = {0};
    struct timespec zero = {.tv_nsec = chance(95) ? 0 : 1000000000};
    say(" sigtimedwait %ld", (long)zero.tv_nsec);
    sigset_t set = some_set();
    if (result_ok(sigtimedwait(&set, &info, &zero)) < 0) return;
    say_signal(info.si_signo);
    say(" code %d own %d", info.si_signo == SIGPIPE ? 0 : info.si_code, info.si_pid == getpid());
    if (info.si_code == SI_QUEUE) say(" value %d", info.si_value.sival_int);
}

static void make_signalfd(void) {
    static const struct name flags[] = {NAMED(SFD_NONBLOCK), NAMED(SFD_CLOEXEC), {0, NULL}};
    say(" signalfd");
    int fd = chance(70) ? -1 : some_fd(OF(SIGNALS));
    sigset_t set = some_set();
    int got = signalfd(fd, &set, some_flags(flags, 50));
    if (fd == -1) made(got, SIGNALS);
    else result(got);
}

static void step_read_signals(void) {
    struct signalfd_siginfo info[2];
    say(" read signals");
    int fd = some_fd(OF(SIGNALS));
    if (fd < LOWEST || fd >= HIGHEST || open_kinds[fd] != SIGNALS) return;
    size_t size = ONE_OF(sizeof *info, 2 * sizeof *info, (size_t)127, (size_t)0, (size_t)200);
    say(" %zu", size);
    long long got = result(read(fd, info, size));
    for (long long i = 0; i < got / (long long)sizeof *info; i++) {
        say_signal((int)info[i].ssi_signo);
        // What a broken pipe raises is as if the program had raised it.
        say(" code %d own %d", info[i].ssi_signo == SIGPIPE ? 0 : info[i].ssi_code, info[i].ssi_pid == (unsigned)getpid());
        if (info[i].ssi_code == SI_QUEUE) say(" value %d", info[i].ssi_int);
    }
}

static void step_itimer(void) {
    static const struct name which[] = {NAMED(ITIMER_REAL), NAMED(ITIMER_VIRTUAL), NAMED(ITIMER_PROF), {0, NULL}};
    struct itimerval time = {0}, before = {0};
    say(" setitimer");
    int one = one_named(which);
    time.it_value.tv_sec = ONE_OF(0, 100000, 100000, -1);
    time.it_value.tv_usec = ONE_OF(0, 1, 999999, 1000000, -1);
    // Nothing that is over before the program is.
    if (time.it_value.tv_sec == 0) time.it_value.tv_usec = 0;
    time.it_interval.tv_sec = ONE_OF(0, 5, -1);
    say(" %lld %ld %lld", (long long)time.it_value.tv_sec, (long)time.it_value.tv_usec, (long long)time.it_interval.tv_sec);
    if (result(setitimer(one, &time, &before)) == 0) say(" before %d %lld", before.it_value.tv_sec > 1000, (long long)before.it_interval.tv_sec);
}

static void step_alarm(void) {
    say(" alarm");
    unsigned before = alarm(ONE_OF(0u, 200000u));
    say(" %s", before == 0 ? "none" : "set");
}

static void step_action(void) {
    struct sigaction action;
    say(" sigaction");
    int signal = some_signal();
    if (result(sigaction(signal, NULL, &action)) == 0) say(" %d", (action.sa_flags & SA_RESTART) != 0);
}

const struct step signal_steps[] = {
    {step_mask, 6},         {step_raise, 8},  {step_pending, 3}, {step_timedwait, 6}, {make_signalfd, 4},
    {step_read_signals, 6}, {step_itimer, 3}, {step_alarm, 1},   {step_action, 1},    {NULL, 0},
};
