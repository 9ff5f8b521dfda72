// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <pthread.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>

// What a child has of its parent's, and what it begins without.

static int counter;

// Runs a part in a child, whose output comes before what the parent prints next.
static void in_child(void (*part)(void)) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        part();
        fflush(stdout);
        _exit(t_status);
    }
    int status;
    EXPECT(child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void counts(void) {
    counter += 10;
    printf("in the child %d\n", counter);
}

static void memory(void) {
    counter = 1;
    in_child(counts);
    printf("in the parent %d\n", counter);
}

static int file;

static void moves_on(void) {
    char text[8] = "";
    EXPECT(read(file, text, 3) == 3);
    printf("%s\n", text);
    EXPECT(fcntl(file, F_SETFL, O_NONBLOCK | O_APPEND) == 0);
    EXPECT(close(file) == 0);
}

static void offsets_and_flags(void) {
    char text[8] = "";
    file = open("file", O_RDWR | O_CREAT | O_TRUNC, 0600);
    EXPECT(write(file, "abcdefghi", 9) == 9 && lseek(file, 0, SEEK_SET) == 0);
    EXPECT(fcntl(file, F_SETFD, FD_CLOEXEC) == 0);
    in_child(moves_on);
    EXPECT(read(file, text, 3) == 3);
    printf("%s %#x\n", text, fcntl(file, F_GETFL) & (O_NONBLOCK | O_APPEND));
    EXPECT(close(file) == 0);
}

static void has_no_timers(void) {
    struct itimerval timer;
    sigset_t set;
    EXPECT(getitimer(ITIMER_REAL, &timer) == 0 && timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0);
    SHOW(alarm(0));
    EXPECT(sigpending(&set) == 0);
    printf("pending %d, blocked ", sigismember(&set, SIGUSR1));
    EXPECT(sigprocmask(SIG_BLOCK, NULL, &set) == 0);
    printf("%d %d\n", sigismember(&set, SIGUSR1), sigismember(&set, SIGUSR2));
    struct sigaction action;
    EXPECT(sigaction(SIGHUP, NULL, &action) == 0);
    printf("ignored %d\n", action.sa_handler == SIG_IGN);
    timer_t own;
    EXPECT(timer_create(CLOCK_MONOTONIC, &(struct sigevent){.sigev_notify = SIGEV_NONE}, &own) == 0);
    EXPECT(timer_delete(own) == 0);
}

static void signals(void) {
    sigset_t set, old;
    timer_t timer;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    EXPECT(sigprocmask(SIG_BLOCK, &set, &old) == 0);
    signal(SIGHUP, SIG_IGN);
    EXPECT(timer_create(CLOCK_MONOTONIC, NULL, &timer) == 0);
    raise(SIGUSR1);
    alarm(1000);
    in_child(has_no_timers);
    EXPECT(alarm(0) > 900);
    EXPECT(sigpending(&set) == 0);
    printf("pending %d\n", sigismember(&set, SIGUSR1));
    EXPECT(sigwait(&set, &(int){0}) == 0);
    EXPECT(sigprocmask(SIG_SETMASK, &old, NULL) == 0);
    EXPECT(timer_delete(timer) == 0);
    signal(SIGHUP, SIG_DFL);
}

static void locks_are_taken(void) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 5};
    SHOW(fcntl(file, F_SETLK, &lock));
    EXPECT(fcntl(file, F_GETLK, &lock) == 0 && lock.l_type == F_WRLCK);
    printf("by the parent %d\n", lock.l_pid == getppid());
    SHOW(flock(file, LOCK_EX | LOCK_NB));
    SHOW(flock(file, LOCK_UN));
}

static void locks(void) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 10};
    file = open("file", O_RDWR);
    SHOW(fcntl(file, F_SETLK, &lock));
    SHOW(flock(file, LOCK_EX));
    in_child(locks_are_taken);
    int other = open("file", O_RDWR);
    SHOW(flock(other, LOCK_EX | LOCK_NB));
    EXPECT(close(other) == 0 && close(file) == 0);
}

static int set, signals_fd;

static void waits_with_the_parents_set(void) {
    struct epoll_event event;
    SHOW(epoll_wait(set, &event, 1, 1000));
    printf("%d\n", (int)event.data.u32);
}

static void sets(void) {
    int ends[2];
    EXPECT(pipe(ends) == 0);
    set = epoll_create1(0);
    EXPECT(epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &(struct epoll_event){.events = EPOLLIN, .data.u32 = 7}) == 0);
    EXPECT(write(ends[1], "x", 1) == 1);
    in_child(waits_with_the_parents_set);
    waits_with_the_parents_set();
    EXPECT(close(ends[0]) == 0 && close(ends[1]) == 0 && close(set) == 0);
}

static void reads_its_own_signals(void) {
    struct signalfd_siginfo info;
    SHOW(read(signals_fd, &info, sizeof info));
    raise(SIGUSR2);
    struct pollfd record = {.fd = signals_fd, .events = POLLIN};
    SHOW(poll(&record, 1, 0));
    SHOW(read(signals_fd, &info, sizeof info));
    EXPECT(info.ssi_pid == (unsigned)getpid());
    printf("%d\n", (int)info.ssi_signo);
}

static void signals_as_events(void) {
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR2);
    EXPECT(sigprocmask(SIG_BLOCK, &mask, NULL) == 0);
    signals_fd = signalfd(-1, &mask, SFD_NONBLOCK);
    EXPECT(signals_fd >= 0);
    raise(SIGUSR2);
    in_child(reads_its_own_signals);
    struct pollfd record = {.fd = signals_fd, .events = POLLIN};
    SHOW(poll(&record, 1, 0));
    struct signalfd_siginfo info;
    SHOW(read(signals_fd, &info, sizeof info));
    EXPECT(info.ssi_pid == (unsigned)getpid());
    SHOW(poll(&record, 1, 0));
    EXPECT(close(signals_fd) == 0);
}

static char order[64];

static void note(const char *what) { strcat(order, what); }
static void before_one(void) { note("a"); }
static void before_two(void) { note("b"); }
static void parent_one(void) { note("P"); }
static void parent_two(void) { note("Q"); }
static void child_one(void) { note("c"); }
static void child_two(void) { note("d"); }
static void tells_order(void) { printf("%s\n", order); }

static void around(void) {
    SHOW(pthread_atfork(before_one, parent_one, child_one));
    SHOW(pthread_atfork(before_two, parent_two, child_two));
    SHOW(pthread_atfork(NULL, NULL, NULL));
    in_child(tells_order);
    tells_order();
}

int main(void) {
    memory();
    offsets_and_flags();
    signals();
    locks();
    sets();
    signals_as_events();
    around();
    return t_status;
}
