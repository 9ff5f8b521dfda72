// SPDX-License-Identifier: Apache-2.0
// netwasi: --max-processes 8

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/wait.h>

// No number leads to a process of the system's that the program did not make. Signals here are 0, or one that nobody minds.

static int count(int (*asks)(pid_t)) {
    int found = 0;
    for (pid_t pid = 1; pid < 70000; pid++) found += asks(pid) != -1;
    return found;
}

static int may_signal(pid_t pid) { return kill(pid, 0); }
static int may_signal_group(pid_t pid) { return pid == 1 ? -1 : kill(-pid, 0); }
static int has_group(pid_t pid) { return getpgid(pid); }
static int has_session(pid_t pid) { return getsid(pid); }
static int may_queue(pid_t pid) { return sigqueue(pid, 0, (union sigval){0}); }
static int may_wait(pid_t pid) { return waitpid(pid, NULL, WNOHANG); }

static void show_all(void) {
    printf("%d %d %d %d %d\n", count(may_signal), count(may_signal_group), count(has_group), count(has_session), count(may_queue));
}

static volatile sig_atomic_t told;
static void note(int signal) { told = signal; }

int main(void) {
    show_all();
    // What a process whose parent is not the program's is told of its parent.
    SHOW(getppid());
    SHOW(kill(getppid(), 0));
    int ends[2];
    char byte;
    REQUIRE(pipe(ends));
    signal(SIGURG, note);
    pid_t child = fork();
    if (child == 0) {
        REQUIRE(write(ends[1], "x", 1));
        while (!told) pause();
        _exit(7);
    }
    REQUIRE(read(ends[0], &byte, 1));
    show_all();
    printf("%d\n", count(may_wait));
    // All, but not oneself.
    siginfo_t info = {.si_pid = 0};
    while (info.si_pid == 0) {
        REQUIRE(kill(-1, SIGURG));
        REQUIRE(waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT));
    }
    int status = 0;
    EXPECT(waitpid(child, &status, 0) == child);
    printf("%d %d\n", WEXITSTATUS(status), told == 0);
    show_all();
    return t_status;
}
