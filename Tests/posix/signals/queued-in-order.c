// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <signal.h>

// Real-time signals are queued, each with its value, and taken lowest number first, in the order in which they were sent;
// of a standard signal one waits, the first.

static void handler(int signal, siginfo_t *info, void *context) {
    printf("%s%d: number %d, code %d, value %d, from %d as %d\n", signal >= SIGRTMIN ? "SIGRTMIN+" : "",
           signal >= SIGRTMIN ? signal - SIGRTMIN : signal, info->si_signo == signal, info->si_code,
           info->si_value.sival_int, info->si_pid == getpid(), info->si_uid == getuid());
}

static void queue(int signal, int value) {
    REQUIRE(sigqueue(getpid(), signal, (union sigval){.sival_int = value}));
}

int main(void) {
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
    sigset_t all, none;
    printf("from %d to %d\n", SIGRTMIN, SIGRTMAX);
    sigfillset(&all);
    sigemptyset(&none);
    sigfillset(&action.sa_mask);
    REQUIRE(sigaction(SIGRTMIN, &action, NULL));
    REQUIRE(sigaction(SIGRTMIN + 3, &action, NULL));
    REQUIRE(sigaction(SIGRTMAX, &action, NULL));
    REQUIRE(sigaction(SIGUSR1, &action, NULL));
    queue(SIGRTMIN, 1);
    queue(SIGUSR1, 2);

    puts("blocked, then all at once");
    REQUIRE(sigprocmask(SIG_BLOCK, &all, NULL));
    queue(SIGRTMAX, 10);
    queue(SIGRTMIN + 3, 20);
    queue(SIGRTMIN + 3, 21);
    queue(SIGUSR1, 30);
    queue(SIGUSR1, 31);
    queue(SIGRTMIN, 40);
    queue(SIGRTMIN + 3, 22);
    queue(SIGRTMIN, 41);
    sigset_t pending;
    REQUIRE(sigpending(&pending));
    printf("pending: %d %d %d %d, not %d\n", sigismember(&pending, SIGRTMIN), sigismember(&pending, SIGRTMIN + 3),
           sigismember(&pending, SIGRTMAX), sigismember(&pending, SIGUSR1), sigismember(&pending, SIGRTMIN + 1));
    REQUIRE(sigprocmask(SIG_SETMASK, &none, NULL));

    puts("a handler's mask decides what comes on top of it");
    sigemptyset(&action.sa_mask);
    REQUIRE(sigaction(SIGRTMIN, &action, NULL));
    REQUIRE(sigaction(SIGRTMIN + 3, &action, NULL));
    REQUIRE(sigprocmask(SIG_BLOCK, &all, NULL));
    queue(SIGRTMIN, 50);
    queue(SIGRTMIN, 51);
    queue(SIGRTMIN + 3, 52);
    REQUIRE(sigprocmask(SIG_SETMASK, &none, NULL));

    puts("how they are sent");
    REQUIRE(sigaction(SIGUSR2, &action, NULL));
    REQUIRE(raise(SIGUSR2));
    REQUIRE(kill(getpid(), SIGUSR2));
    REQUIRE(kill(getpid(), SIGRTMIN + 3));
    REQUIRE(raise(SIGRTMAX));
    SHOW(sigqueue(getpid(), 0, (union sigval){0}));
    SHOW(sigqueue(getpid(), 65, (union sigval){0}));
    SHOW(sigqueue(getpid(), -1, (union sigval){0}));
    SHOW(kill(getpid(), 65));
    SHOW(raise(0));
    SHOW(sigaction(65, &action, NULL));
    SHOW(sigaction(SIGRTMAX, NULL, &action));
    return t_status;
}
