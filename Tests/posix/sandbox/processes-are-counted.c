// SPDX-License-Identifier: Apache-2.0
// netwasi: --max-processes 4

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/wait.h>

// As many processes as were granted, whoever of them makes them: not one more until one has ended and was waited for, or
// has nobody who could.

static pid_t child_until(int gate) {
    pid_t child = fork();
    if (child == 0) {
        char byte;
        _exit(read(gate, &byte, 1) == 0 ? 0 : 1);
    }
    return child;
}

int main(void) {
    int gate[2];
    REQUIRE(pipe(gate));
    pid_t children[3];
    for (int i = 0; i < 3; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            char byte;
            close(gate[1]);
            _exit(read(gate[0], &byte, 1) == 0 && fork() == -1 && errno == EAGAIN ? 0 : 1);
        }
        printf("%d\n", children[i] > 0);
    }
    SHOW(fork());
    REQUIRE(close(gate[1]));
    // They have ended, and count until they are waited for.
    siginfo_t info;
    for (int i = 0; i < 3; i++) REQUIRE(waitid(P_PID, (id_t)children[i], &info, WEXITED | WNOWAIT));
    SHOW(fork());
    for (int i = 0; i < 3; i++) {
        int status = -1;
        EXPECT(waitpid(children[i], &status, 0) == children[i]);
        printf("%d\n", status);
    }

    // One that makes others and ends: they are nobody's.
    REQUIRE(pipe(gate));
    int ends[2];
    REQUIRE(pipe(ends));
    pid_t parent = fork();
    if (parent == 0) {
        REQUIRE(close(gate[1]));
        child_until(gate[0]);
        child_until(gate[0]);
        _exit(0);
    }
    EXPECT(waitpid(parent, NULL, 0) == parent);
    pid_t last = fork();
    if (last == 0) _exit(0);
    SHOW(fork());
    EXPECT(waitpid(last, NULL, 0) == last);
    // The orphans hold the other end of this pipe: when both are gone it says so.
    REQUIRE(close(ends[1]));
    REQUIRE(close(gate[1]));
    char byte;
    SHOW(read(ends[0], &byte, 1));
    for (int i = 0; i < 3; i++) {
        pid_t child;
        // The system may take a moment to bury them.
        while ((child = fork()) < 0 && errno == EAGAIN) poll(NULL, 0, 1);
        if (child == 0) {
            pause();
            _exit(0);
        }
        children[i] = child;
    }
    for (int i = 0; i < 3; i++) EXPECT(kill(children[i], 9) == 0 && waitpid(children[i], NULL, 0) == children[i]);
    return t_status;
}
