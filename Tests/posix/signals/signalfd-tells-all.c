// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/uio.h>

// All that is known of a signal is in what signalfd gives.

static void show_record(const struct signalfd_siginfo *record) {
    printf("%d: code %d, errno %d, from %d as %d, int %d, pointer's low half %d, overrun %d, status %d\n",
           (int)record->ssi_signo, record->ssi_code, record->ssi_errno, record->ssi_pid == (unsigned)getpid(),
           record->ssi_code == SI_TIMER || record->ssi_uid == getuid(), record->ssi_int, (int)(record->ssi_ptr & 0xffffffff), record->ssi_overrun > 0,
           record->ssi_status);
}

int main(void) {
    sigset_t set;
    struct signalfd_siginfo records[8];
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGRTMIN);
    sigaddset(&set, SIGRTMAX);
    REQUIRE(sigprocmask(SIG_BLOCK, &set, NULL));
    int fd = REQUIRE(signalfd(-1, &set, SFD_NONBLOCK));
    REQUIRE(sigqueue(getpid(), SIGRTMAX, (union sigval){.sival_int = 3}));
    REQUIRE(sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 1}));
    REQUIRE(sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 2}));
    REQUIRE(kill(getpid(), SIGUSR1));
    REQUIRE(kill(getpid(), SIGUSR1));
    ssize_t size = SHOW(read(fd, records, sizeof records));
    for (size_t i = 0; i < size / sizeof *records; i++) show_record(&records[i]);
    SHOW(read(fd, records, sizeof records));
    printf("ready: %s\n", events_text(poll(&(struct pollfd){.fd = fd, .events = POLLIN}, 1, 0)));

    timer_t timer;
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN, .sigev_value.sival_int = 9};
    struct itimerspec setting = {{0, 1000000}, {0, 1000000}};
    REQUIRE(timer_create(CLOCK_MONOTONIC, &event, &timer));
    REQUIRE(timer_settime(timer, 0, &setting, NULL));
    struct timespec pause = {.tv_nsec = 20000000};
    nanosleep(&pause, NULL);
    wait_for(fd, POLLIN);
    // A record may lie across vectors.
    char first[50], second[78];
    struct iovec parts[2] = {{first, sizeof first}, {second, sizeof second}};
    SHOW(readv(fd, parts, 2));
    memcpy(records, first, sizeof first);
    memcpy((char *)records + sizeof first, second, sizeof second);
    show_record(&records[0]);
    REQUIRE(raise(SIGUSR1));
    size = REQUIRE(read(fd, records, sizeof *records));
    show_record(&records[0]);
    REQUIRE(timer_delete(timer));
    return t_status;
}
