// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>

// Parents, groups and sessions of processes, and signals to all of a group.

static int gate[2];

// Children wait here until the parent has written for each of them, or closed it.
static void pass(void) {
    char byte;
    EXPECT(read(gate[0], &byte, 1) >= 0);
}

static int status_of(pid_t child) {
    int status = -1;
    EXPECT(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static void numbers(void) {
    pid_t self = getpid(), child = fork();
    if (child == 0) {
        bool right = getppid() == self && getpid() != self && getpgrp() == getpgid(self) && getsid(0) == getsid(self);
        right = right && getpgid(getpid()) == getpgrp() && gettid() == getpid();
        _exit(right ? 0 : 1);
    }
    EXPECT(child > 0 && child != self && getpid() == self);
    EXPECT(getpgid(child) == getpgrp() && getsid(child) == getsid(0));
    printf("%d\n", status_of(child));
    SHOW(getpgid(child));
    SHOW(setpgid(child, 0));
}

static void leaders(void) {
    EXPECT(pipe(gate) == 0);
    pid_t one = fork();
    if (one == 0) pause();
    SHOW(setpgid(one, one));
    EXPECT(getpgid(one) == one);
    pid_t two = fork();
    if (two == 0) {
        bool right = setpgid(0, one) == 0 && getpgrp() == one;
        EXPECT(write(gate[1], "x", 1) == 1);
        if (!right) _exit(1);
        pause();
    }
    pass();
    EXPECT(getpgid(two) == one && getpgrp() != one);
    SHOW(setpgid(two, 999999));
    SHOW(kill(-one, 0));
    SHOW(killpg(one, SIGTERM));
    printf("%d\n", status_of(one));
    SHOW(waitpid(-one, NULL, 0) == two);
    SHOW(kill(-one, 0));
    SHOW(waitpid(-one, NULL, 0));
    EXPECT(close(gate[0]) == 0 && close(gate[1]) == 0);
}

static void sessions(void) {
    pid_t child = fork();
    if (child == 0) {
        bool right = setsid() == getpid() && getsid(0) == getpid() && getpgrp() == getpid();
        right = right && setsid() == -1 && errno == EPERM;
        right = right && setpgid(0, 0) == -1 && errno == EPERM;
        pid_t grandchild = fork();
        if (grandchild == 0) _exit(getsid(0) == getppid() && setpgid(0, 0) == 0 && getpgrp() == getpid() && setsid() == -1 ? 7 : 8);
        _exit(right && status_of(grandchild) == 7 ? 0 : 1);
    }
    printf("%d\n", status_of(child));
}

static volatile sig_atomic_t caught;
static void catches(int signal) { caught = signal; }

// The group is the program's alone once it has a new one; it and its children get what is sent to it.
static void everybody(void) {
    EXPECT(pipe(gate) == 0);
    fflush(stdout);
    pid_t leader = fork();
    if (leader == 0) {
        EXPECT(setpgid(0, 0) == 0);
        signal(SIGUSR1, catches);
        pid_t children[3];
        for (int i = 0; i < 3; i++) {
            children[i] = fork();
            if (children[i] == 0) {
                signal(SIGUSR1, SIG_DFL);
                EXPECT(write(gate[1], "x", 1) == 1);
                for (;;) pause();
            }
        }
        for (int i = 0; i < 3; i++) pass();
        SHOW(kill(0, SIGUSR1));
        printf("caught %d\n", caught == SIGUSR1);
        for (int i = 0; i < 3; i++) printf("%d\n", status_of(children[i]));
        fflush(stdout);
        _exit(t_status);
    }
    printf("%d\n", status_of(leader));
    EXPECT(close(gate[0]) == 0 && close(gate[1]) == 0);
}

// Whose parent has ended is somebody else's.
static void orphans(void) {
    EXPECT(pipe(gate) == 0);
    int told[2];
    EXPECT(pipe(told) == 0);
    pid_t child = fork();
    if (child == 0) {
        pid_t parent = getpid(), grandchild = fork();
        if (grandchild == 0) {
            pass();
            char is_orphan = getppid() != parent ? 'y' : 'n';
            EXPECT(write(told[1], &is_orphan, 1) == 1);
            _exit(0);
        }
        _exit(0);
    }
    printf("%d\n", status_of(child));
    EXPECT(write(gate[1], "x", 1) == 1);
    char is_orphan = '?';
    EXPECT(read(told[0], &is_orphan, 1) == 1);
    printf("%c\n", is_orphan);
    SHOW(wait(NULL));
    EXPECT(close(gate[0]) == 0 && close(gate[1]) == 0 && close(told[0]) == 0 && close(told[1]) == 0);
}

int main(void) {
    numbers();
    leaders();
    sessions();
    everybody();
    orphans();
    return t_status;
}
