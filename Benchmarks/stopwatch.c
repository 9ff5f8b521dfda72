// SPDX-License-Identifier: Apache-2.0

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// stopwatch COMMAND [ARG…]: runs a command with its standard output discarded and prints the wall seconds from before
// its start to after its end. Exits with 1 when the command fails.

extern char **environ;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status;
    if (argc < 2) return fputs("usage: stopwatch COMMAND [ARG...]\n", stderr), 2;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    double began = now();
    if (posix_spawnp(&child, argv[1], &actions, NULL, argv + 1, environ) != 0) return perror(argv[1]), 1;
    if (waitpid(child, &status, 0) < 0) return perror("waitpid"), 1;
    double ended = now();
    if (status != 0) return fprintf(stderr, "stopwatch: %s failed\n", argv[1]), 1;
    printf("%.6f\n", ended - began);
    return 0;
}
