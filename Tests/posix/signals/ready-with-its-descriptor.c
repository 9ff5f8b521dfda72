// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"
#include <signal.h>
#include <sys/signalfd.h>

// With F_SETSIG what becomes ready says so by a signal of its own, with the descriptor and the events.

static int pair[2];

static void show_info(const char *what, const siginfo_t *info) {
    const char *whose = info->si_fd == pair[0] ? "its own" : info->si_fd == pair[1] ? "the other" : "?";
    printf("%s: signal %d, code %d, descriptor %s, events %s\n", what, info->si_signo - SIGRTMIN, info->si_code, whose,
           events_text((int)info->si_band & (POLLIN | POLLOUT | POLLPRI | POLLERR | POLLHUP)));
}

static siginfo_t seen;
static volatile sig_atomic_t handled;

static void handler(int signal, siginfo_t *info, void *context) {
    (void)signal, (void)context;
    seen = *info;
    handled = 1;
}

int main(void) {
    sigset_t set, none;
    siginfo_t info;
    struct timespec limit = {.tv_sec = 10};
    sigemptyset(&none);
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN);
    sigaddset(&set, SIGRTMIN + 1);
    REQUIRE(sigprocmask(SIG_BLOCK, &set, NULL));
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
    SHOW(fcntl(pair[0], F_GETSIG));
    SHOW(fcntl(pair[0], F_SETSIG, SIGRTMIN));
    SHOW(fcntl(pair[0], F_GETSIG) == SIGRTMIN);
    SHOW(fcntl(pair[1], F_GETSIG));
    SHOW(fcntl(pair[0], F_SETSIG, 65));
    SHOW(fcntl(pair[0], F_SETSIG, -1));
    SHOW(fcntl(99, F_SETSIG, SIGRTMIN));
    SHOW(fcntl(99, F_GETSIG));
    SHOW(fcntl(pair[0], F_SETOWN, getpid()));
    SHOW(fcntl(pair[0], F_SETFL, O_ASYNC));
    write_all(pair[1], "x", 1);
    if (sigtimedwait(&set, &info, &limit) > 0) show_info("waited for", &info);

    REQUIRE(sigaction(SIGRTMIN, &(struct sigaction){.sa_sigaction = handler, .sa_flags = SA_SIGINFO}, NULL));
    write_all(pair[1], "x", 1);
    while (!handled) sigsuspend(&none);
    show_info("handled", &seen);

    struct signalfd_siginfo record;
    int fd = REQUIRE(signalfd(-1, &set, 0));
    write_all(pair[1], "x", 1);
    SHOW(read(fd, &record, sizeof record) == sizeof record);
    printf("read: signal %d, code %d, own %d, events %s, value %d\n", (int)record.ssi_signo - SIGRTMIN, record.ssi_code,
           record.ssi_fd == pair[0], events_text((int)record.ssi_band & (POLLIN | POLLOUT)), (int)record.ssi_int);

    SHOW(fcntl(pair[0], F_SETSIG, 0));
    SHOW(fcntl(pair[0], F_GETSIG));
    handled = 0;
    REQUIRE(sigaction(SIGIO, &(struct sigaction){.sa_sigaction = handler, .sa_flags = SA_SIGINFO}, NULL));
    sigaddset(&set, SIGIO);
    REQUIRE(sigprocmask(SIG_BLOCK, &set, NULL));
    write_all(pair[1], "x", 1);
    while (!handled) sigsuspend(&none);
    printf("SIGIO: code %#x\n", seen.si_code);
    return t_status;
}
