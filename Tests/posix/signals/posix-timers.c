// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <signal.h>

// timer_create: signals with a value, by either clock, once and again and again; what is left; overruns.

static void wait_for_signal(sigset_t *set, timer_t timer) {
    siginfo_t info;
    int signal = REQUIRE(sigwaitinfo(set, &info));
    printf("%d: code %d, value %d, overrun %d as the timer says: %d\n", signal - SIGRTMIN, info.si_code,
           info.si_value.sival_int, info.si_overrun > 0, info.si_overrun == timer_getoverrun(timer));
}

static void show_setting(const char *name, const struct itimerspec *setting) {
    printf("%s: %s, interval %ld.%09ld\n", name,
           setting->it_value.tv_sec || setting->it_value.tv_nsec ? "armed" : "not armed",
           (long)setting->it_interval.tv_sec, (long)setting->it_interval.tv_nsec);
}

int main(void) {
    timer_t timer, other, quiet;
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN};
    struct itimerspec setting = {{0, 0}, {0, 2000000}}, before, now;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN);
    sigaddset(&set, SIGRTMIN + 1);
    REQUIRE(sigprocmask(SIG_BLOCK, &set, NULL));
    event.sigev_value.sival_int = 77;
    SHOW(timer_create(CLOCK_MONOTONIC, &event, &timer));
    REQUIRE(timer_gettime(timer, &now));
    show_setting("new", &now);
    long long start = now_ms();
    SHOW(timer_settime(timer, 0, &setting, &before));
    show_setting("before", &before);
    wait_for_signal(&set, timer);
    printf("not early: %d\n", now_ms() - start >= 1);
    REQUIRE(timer_gettime(timer, &now));
    show_setting("after", &now);

    puts("again and again, while nobody looks");
    setting = (struct itimerspec){{0, 500000}, {0, 500000}};
    REQUIRE(timer_settime(timer, 0, &setting, NULL));
    struct timespec pause = {.tv_nsec = 20000000};
    nanosleep(&pause, NULL);
    wait_for_signal(&set, timer);
    REQUIRE(timer_gettime(timer, &now));
    show_setting("running", &now);
    setting = (struct itimerspec){{0, 0}, {0, 0}};
    REQUIRE(timer_settime(timer, 0, &setting, &before));
    show_setting("stopped, before", &before);
    struct timespec none = {0};
    while (sigtimedwait(&set, NULL, &none) > 0) {}

    puts("until a time, of another clock");
    event.sigev_signo = SIGRTMIN + 1;
    event.sigev_value.sival_int = 78;
    REQUIRE(timer_create(CLOCK_REALTIME, &event, &other));
    REQUIRE(clock_gettime(CLOCK_REALTIME, &setting.it_value));
    REQUIRE(timer_settime(other, TIMER_ABSTIME, &setting, NULL));
    wait_for_signal(&set, other);

    puts("without a signal");
    event.sigev_notify = SIGEV_NONE;
    REQUIRE(timer_create(CLOCK_MONOTONIC, &event, &quiet));
    setting = (struct itimerspec){{0, 0}, {1000, 0}};
    REQUIRE(timer_settime(quiet, 0, &setting, NULL));
    REQUIRE(timer_gettime(quiet, &now));
    printf("seconds left: %d\n", now.it_value.tv_sec >= 990 && now.it_value.tv_sec <= 1000);
    SHOW(timer_getoverrun(quiet));

    puts("errors");
    setting.it_value.tv_nsec = 1000000000;
    SHOW(timer_settime(quiet, 0, &setting, NULL));
    SHOW(timer_delete(quiet));
    SHOW(timer_delete(other));
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = 65;
    SHOW(timer_create(CLOCK_MONOTONIC, &event, &other));
    event.sigev_signo = SIGRTMIN;
    event.sigev_notify = 99;
    SHOW(timer_create(CLOCK_MONOTONIC, &event, &other));
    return t_status;
}
