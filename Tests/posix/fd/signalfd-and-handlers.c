// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <signal.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <sys/uio.h>

#include "../test.h"

// A signal that is not blocked goes to its handler; what sigwait or a handler took is not read.

static sigset_t set_of(int first, int second) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, first);
    if (second) sigaddset(&set, second);
    return set;
}

static volatile sig_atomic_t handled;
static void handler(int signal) { handled += signal == SIGUSR1 || signal == SIGALRM; }

int main(void) {
    sigset_t set = set_of(SIGUSR1, SIGUSR2);
    struct signalfd_siginfo got;
    struct sigaction action = {.sa_handler = handler};
    int number = 0, fd = REQUIRE(signalfd(-1, &set, SFD_NONBLOCK)), other = REQUIRE(signalfd(-1, &set, SFD_NONBLOCK));
    REQUIRE(sigaction(SIGUSR1, &action, NULL));
    REQUIRE(raise(SIGUSR1));
    printf("handled %d\n", (int)handled);
    SHOW(read(fd, &got, sizeof got));
    REQUIRE(sigprocmask(SIG_BLOCK, &set, NULL));
    REQUIRE(raise(SIGUSR1));
    REQUIRE(sigprocmask(SIG_UNBLOCK, &set, NULL));
    printf("handled %d\n", (int)handled);
    SHOW(read(fd, &got, sizeof got));
    REQUIRE(sigprocmask(SIG_BLOCK, &set, NULL));
    REQUIRE(raise(SIGUSR1));
    SHOW(sigwait(&set, &number));
    SHOW(read(fd, &got, sizeof got));
    REQUIRE(raise(SIGUSR1));
    // Ignoring it discards it.
    REQUIRE(signal(SIGUSR1, SIG_IGN) == SIG_ERR ? -1 : 0);
    SHOW(read(fd, &got, sizeof got));
    // One signal, two descriptors: the first to read has it.
    REQUIRE(raise(SIGUSR2));
    printf("%s %s\n", events_text(wait_for(fd, POLLIN)), events_text(wait_for(other, POLLIN)));
    SHOW(read(other, &got, sizeof got));
    SHOW(read(fd, &got, sizeof got));
    int copy = REQUIRE(dup(fd));
    REQUIRE(close(fd));
    REQUIRE(raise(SIGUSR2));
    SHOW(read(copy, &got, sizeof got));
    printf("USR2 %d\n", got.ssi_signo == SIGUSR2);
    return t_status;
}
