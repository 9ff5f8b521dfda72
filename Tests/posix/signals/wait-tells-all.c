// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <signal.h>

// sigwaitinfo and sigtimedwait take blocked signals with all that is known of them, and leave the others.

static volatile sig_atomic_t handled;
static void handler(int signal) { handled = signal; }

static void show_info(int result, const siginfo_t *info) {
    if (result < 0) {
        printf("nothing: %s\n", errname(errno));
        return;
    }
    printf("%d: number %d, code %d, value %d, from %d as %d\n", result, info->si_signo, info->si_code,
           info->si_value.sival_int, info->si_pid == getpid(), info->si_uid == getuid());
}

int main(void) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    struct timespec none = {0}, soon = {.tv_nsec = 3000000}, wrong = {.tv_nsec = 1000000000};
    sigset_t set, all;
    siginfo_t info;
    sigfillset(&all);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGRTMIN + 1);
    sigaddset(&set, SIGRTMIN + 2);
    REQUIRE(sigprocmask(SIG_BLOCK, &all, NULL));
    REQUIRE(sigaction(SIGUSR1, &action, NULL));
    REQUIRE(sigaction(SIGUSR2, &action, NULL));
    show_info(sigtimedwait(&set, &info, &none), &info);
    show_info(sigtimedwait(&set, &info, &soon), &info);
    show_info(sigtimedwait(&set, &info, &wrong), &info);

    REQUIRE(sigqueue(getpid(), SIGRTMIN + 2, (union sigval){.sival_int = 1}));
    REQUIRE(sigqueue(getpid(), SIGRTMIN + 1, (union sigval){.sival_int = 2}));
    REQUIRE(sigqueue(getpid(), SIGRTMIN + 1, (union sigval){.sival_int = 3}));
    REQUIRE(kill(getpid(), SIGUSR1));
    REQUIRE(kill(getpid(), SIGUSR2));
    for (int i = 0; i < 5; i++) show_info(sigtimedwait(&set, &info, &none), &info);
    sigset_t pending;
    REQUIRE(sigpending(&pending));
    printf("SIGUSR2 is pending: %d, handled %d\n", sigismember(&pending, SIGUSR2), (int)handled);

    REQUIRE(raise(SIGRTMIN + 1));
    show_info(sigwaitinfo(&set, &info), &info);
    int signal = 0;
    REQUIRE(raise(SIGUSR1));
    printf("sigwait %d", sigwait(&set, &signal));
    printf(", signal %d\n", signal);
    REQUIRE(raise(SIGUSR1));
    printf("without info: %d\n", sigwaitinfo(&set, NULL));

    // An unblocked signal with a handler ends the wait, whatever its flags say.
    sigset_t open = all;
    sigdelset(&open, SIGUSR2);
    handled = 0;
    REQUIRE(sigprocmask(SIG_SETMASK, &open, NULL));
    printf("handled %d\n", (int)handled);
    REQUIRE(sigaction(SIGALRM, &action, NULL));
    sigdelset(&open, SIGALRM);
    REQUIRE(sigprocmask(SIG_SETMASK, &open, NULL));
    alarm(1);
    show_info(sigwaitinfo(&set, &info), &info);
    printf("handled %d\n", (int)handled);
    return t_status;
}
