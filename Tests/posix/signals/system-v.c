// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>

// The signal functions of System V and BSD, and GNU's on sets.

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#ifdef __GLIBC__
// glibc has it, and declares it for old programs only.
void (*bsd_signal(int, void (*)(int)))(int);
#endif

static int handled;
static void on_signal(int signal) { handled += signal == SIGUSR1; }

static const char *name(void (*handler)(int)) {
    return handler == SIG_DFL ? "default" : handler == SIG_IGN ? "ignored" : handler == SIG_ERR ? "error" : handler == on_signal ? "ours" : "other";
}

static int is_blocked(int signal) {
    sigset_t set;
    sigprocmask(SIG_BLOCK, NULL, &set);
    return sigismember(&set, signal);
}

static void sets(void) {
    sigset_t a, b, result;
    sigemptyset(&a);
    printf("%d\n", sigisemptyset(&a));
    sigaddset(&a, SIGUSR1);
    sigaddset(&a, SIGTERM);
    sigemptyset(&b);
    sigaddset(&b, SIGTERM);
    sigaddset(&b, SIGINT);
    printf("%d\n", sigisemptyset(&a));
    printf("%d", sigandset(&result, &a, &b));
    printf(" %d %d %d\n", sigismember(&result, SIGUSR1), sigismember(&result, SIGTERM), sigismember(&result, SIGINT));
    printf("%d", sigorset(&result, &a, &b));
    printf(" %d %d %d %d\n", sigismember(&result, SIGUSR1), sigismember(&result, SIGTERM), sigismember(&result, SIGINT), sigismember(&result, SIGHUP));
}

int main(void) {
    REQUIRE(dup2(1, 2));
    setvbuf(stdout, NULL, _IONBF, 0);
    sets();
    printf("%s\n", name(bsd_signal(SIGUSR1, on_signal)));
    raise(SIGUSR1);
    raise(SIGUSR1);
    printf("%d\n", handled);
    SHOW(siginterrupt(SIGUSR1, 1));
    struct sigaction action;
    sigaction(SIGUSR1, NULL, &action);
    printf("%d\n", (action.sa_flags & SA_RESTART) != 0);
    SHOW(siginterrupt(SIGUSR1, 0));
    sigaction(SIGUSR1, NULL, &action);
    printf("%d\n", (action.sa_flags & SA_RESTART) != 0);
    SHOW(siginterrupt(0, 1));
    SHOW(siginterrupt(SIGKILL, 1));

    SHOW(sighold(SIGUSR1));
    printf("%d\n", is_blocked(SIGUSR1));
    raise(SIGUSR1);
    printf("%d\n", handled);
    SHOW(sigrelse(SIGUSR1));
    printf("%d %d\n", is_blocked(SIGUSR1), handled);
    SHOW(sighold(999));
    SHOW(sigrelse(999));
    SHOW(sighold(SIGUSR1));
    raise(SIGUSR1);
    SHOW(sigpause(SIGUSR1));
    printf("%d %d\n", is_blocked(SIGUSR1), handled);
    SHOW(sigrelse(SIGUSR1));
    SHOW(sigignore(SIGUSR1));
    raise(SIGUSR1);
    printf("%d\n", handled);
    SHOW(sigignore(999));
    SHOW(sigignore(SIGKILL));
    printf("%s\n", name(sigset(SIGUSR1, on_signal)));
    printf("%s\n", sigset(SIGUSR1, SIG_HOLD) == on_signal ? "ours" : "other");
    printf("%d\n", is_blocked(SIGUSR1));
    printf("%s\n", sigset(SIGUSR1, SIG_DFL) == SIG_HOLD ? "held" : "other");
    printf("%d\n", is_blocked(SIGUSR1));
    printf("%s", name(sigset(999, on_signal)));
    printf(" %s\n", errname(errno));
    printf("%s", name(sigset(SIGKILL, on_signal)));
    printf(" %s\n", errname(errno));

    siginfo_t info;
    memset(&info, 0, sizeof info);
    info.si_signo = SIGTERM;
    info.si_code = SI_USER;
    info.si_pid = 12;
    info.si_uid = 34;
    psiginfo(&info, "psiginfo");
    psiginfo(&info, "");
    psiginfo(&info, NULL);
    info.si_code = SI_QUEUE;
    psiginfo(&info, "queued");
    return t_status;
}
