// SPDX-License-Identifier: Apache-2.0

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// stopwatch WHAT OUTPUT COMMAND [ARG…]: runs a command with its standard output in the file OUTPUT, and prints
//
//   wall  the seconds from before its start to after its end
//   cpu   the seconds that processors spent on it, which other programs of the machine disturb less
//   peak  the most memory that it had, in MiB
//
// Exits with 1 when the command fails.

extern char **environ;

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec * 1e-6; }

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
    posix_spawn_file_actions_t actions;
    struct rusage usage;
    pid_t child;
    int status;
    if (argc < 4) return fputs("usage: stopwatch wall|cpu|peak OUTPUT COMMAND [ARG...]\n", stderr), 2;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0666);
    double began = now();
    if (posix_spawnp(&child, argv[3], &actions, NULL, argv + 3, environ) != 0) return perror(argv[3]), 1;
    if (wait4(child, &status, 0, &usage) < 0) return perror("wait4"), 1;
    double wall = now() - began;
    if (status != 0) return fprintf(stderr, "stopwatch: %s failed\n", argv[3]), 1;
    if (strcmp(argv[1], "wall") == 0) return printf("%.6f\n", wall), 0;
    if (strcmp(argv[1], "cpu") == 0) return printf("%.6f\n", seconds(usage.ru_utime) + seconds(usage.ru_stime)), 0;
    return printf("%.3f\n", usage.ru_maxrss / 1024.0), 0;
}
