// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/wait.h>

// SIGCHLD: what it tells, and what asking not to be told does.

static volatile sig_atomic_t count;
static siginfo_t last;

static void note(int signal, siginfo_t *info, void *context) {
    (void)signal, (void)context;
    count++;
    last = *info;
}

static void listen_to(int signal, int flags) {
    struct sigaction action = {.sa_sigaction = note, .sa_flags = SA_SIGINFO | flags};
    EXPECT(sigaction(signal, &action, NULL) == 0);
    count = 0;
}

static pid_t child_that_ends(int status) {
    pid_t child = fork();
    if (child == 0) _exit(status);
    return child;
}

static pid_t child_that_waits(void) {
    pid_t child = fork();
    while (child == 0) pause();
    return child;
}

static void until(int times) {
    sigset_t mask;
    sigemptyset(&mask);
    while (count < times) sigsuspend(&mask);
}

static void show_last(pid_t child) {
    EXPECT(last.si_signo == SIGCHLD && last.si_pid == child && last.si_uid == getuid());
    printf("code %d, status %d\n", last.si_code, last.si_status);
}

static void tells_all(void) {
    listen_to(SIGCHLD, 0);
    pid_t child = child_that_ends(7);
    until(1);
    show_last(child);
    EXPECT(wait(NULL) == child);
    child = child_that_waits();
    EXPECT(kill(child, SIGSTOP) == 0);
    until(2);
    show_last(child);
    EXPECT(kill(child, SIGCONT) == 0);
    until(3);
    show_last(child);
    EXPECT(kill(child, SIGTERM) == 0);
    until(4);
    show_last(child);
    EXPECT(wait(NULL) == child);
}

static void not_of_stopping(void) {
    int status;
    listen_to(SIGCHLD, SA_NOCLDSTOP);
    pid_t child = child_that_waits();
    EXPECT(kill(child, SIGSTOP) == 0);
    EXPECT(waitpid(child, &status, WUNTRACED) == child && WIFSTOPPED(status));
    EXPECT(kill(child, SIGCONT) == 0);
    EXPECT(waitpid(child, &status, WCONTINUED) == child && WIFCONTINUED(status));
    EXPECT(kill(child, SIGKILL) == 0);
    until(1);
    show_last(child);
    EXPECT(wait(NULL) == child);
}

// Nobody need wait for them; who waits all the same does so for all of them.
static void not_waited_for(void) {
    listen_to(SIGCHLD, SA_NOCLDWAIT);
    pid_t child = child_that_ends(3);
    until(1);
    show_last(child);
    SHOW(wait(NULL));
    signal(SIGCHLD, SIG_IGN);
    for (int i = 0; i < 5; i++) child_that_ends(i);
    SHOW(wait(NULL));
    signal(SIGCHLD, SIG_DFL);
}

static void alarmed(int signal) { (void)signal; }

static void waiting_is_interrupted(void) {
    sigset_t mask, old;
    struct sigaction action = {.sa_handler = alarmed};
    sigemptyset(&mask);
    sigaddset(&mask, SIGCHLD);
    EXPECT(sigprocmask(SIG_UNBLOCK, &mask, &old) == 0);
    EXPECT(sigaction(SIGUSR1, &action, NULL) == 0);
    pid_t parent = getpid(), child = fork();
    if (child == 0) {
        // Until the parent has come back from its wait.
        for (;;) {
            kill(parent, SIGUSR1);
            struct pollfd none;
            poll(&none, 0, 1);
        }
    }
    SHOW(waitpid(child, NULL, 0));
    SHOW(waitid(P_PID, (id_t)child, &last, WEXITED));
    action.sa_flags = SA_RESTART;
    EXPECT(sigaction(SIGUSR1, &action, NULL) == 0);
    EXPECT(kill(child, SIGTERM) == 0);
    EXPECT(waitpid(child, NULL, 0) == child);
    EXPECT(sigprocmask(SIG_SETMASK, &old, NULL) == 0);
}

static void read_as_an_event(void) {
    struct signalfd_siginfo info;
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGCHLD);
    // Children of before told of their ends.
    while (sigtimedwait(&mask, NULL, &(struct timespec){0}) > 0) continue;
    int fd = signalfd(-1, &mask, 0);
    pid_t child = child_that_ends(9);
    EXPECT(read(fd, &info, sizeof info) == sizeof info);
    EXPECT((pid_t)info.ssi_pid == child);
    printf("%u %d %d\n", info.ssi_signo, info.ssi_code, info.ssi_status);
    EXPECT(waitpid(child, NULL, 0) == child);
    EXPECT(close(fd) == 0);
}

static void sent_along(void) {
    listen_to(SIGRTMIN, 0);
    pid_t parent = getpid(), child = fork();
    if (child == 0) _exit(sigqueue(parent, SIGRTMIN, (union sigval){.sival_int = 1234}) == 0 && kill(parent, SIGRTMIN) == 0 ? 0 : 1);
    int status;
    EXPECT(waitpid(child, &status, 0) == child && status == 0);
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGCHLD);
    // Both are there; a handler blocks its own.
    sigsuspend(&mask);
    EXPECT(last.si_pid == child && last.si_uid == getuid());
    printf("%d %d %d\n", (int)count, last.si_code, last.si_value.sival_int);
    sigsuspend(&mask);
    printf("%d %d\n", (int)count, last.si_code);
}

int main(void) {
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGCHLD);
    sigaddset(&mask, SIGRTMIN);
    EXPECT(sigprocmask(SIG_BLOCK, &mask, NULL) == 0);
    tells_all();
    not_of_stopping();
    not_waited_for();
    waiting_is_interrupted();
    read_as_an_event();
    sent_along();
    return t_status;
}
