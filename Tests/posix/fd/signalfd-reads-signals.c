// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <signal.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <sys/uio.h>

#include "../test.h"

// Blocked signals are read, the lowest first, and are pending no longer.

static sigset_t set_of(int first, int second) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, first);
    if (second) sigaddset(&set, second);
    return set;
}

int main(void) {
    sigset_t set = set_of(SIGUSR1, SIGCHLD), pending;
    struct signalfd_siginfo got[4];
    REQUIRE(sigprocmask(SIG_BLOCK, &set, NULL));
    int fd = REQUIRE(signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC));
    printf("close on exec %d, nonblocking %d, read and write %d, size %zu\n", fcntl(fd, F_GETFD) & FD_CLOEXEC,
           (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0, (fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR, sizeof *got);
    SHOW(read(fd, got, sizeof got));
    REQUIRE(raise(SIGCHLD));
    REQUIRE(raise(SIGUSR1));
    REQUIRE(raise(SIGUSR1));
    SHOW(read(fd, got, sizeof *got - 1));
    SHOW(read(fd, got, sizeof got));
    printf("USR1 %d, CHLD %d\n", got[0].ssi_signo == SIGUSR1, got[1].ssi_signo == SIGCHLD);
    REQUIRE(sigpending(&pending));
    printf("pending: %d %d\n", sigismember(&pending, SIGUSR1), sigismember(&pending, SIGCHLD));
    SHOW(read(fd, got, sizeof got));
    REQUIRE(raise(SIGCHLD));
    REQUIRE(raise(SIGUSR1));
    SHOW(read(fd, got, sizeof *got + 5));
    printf("USR1 %d\n", got[0].ssi_signo == SIGUSR1);
    struct iovec parts[3] = {{&got[2], 2}, {(char *)&got[2] + 2, 100}, {(char *)&got[2] + 102, 200}};
    SHOW(readv(fd, parts, 3));
    printf("CHLD %d\n", got[2].ssi_signo == SIGCHLD);
    SHOW(write(fd, got, sizeof *got));
    SHOW(close(fd));
    SHOW(read(fd, got, sizeof *got));
    return t_status;
}
