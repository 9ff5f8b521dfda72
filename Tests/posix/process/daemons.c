// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>
#include <sys/wait.h>

// daemon: the caller ends, and goes on as another process, in a session and a directory of its own.

struct report {
    int result, is_child, leads, standard, in_root;
};

static void become_one(int to, int nochdir, int noclose) {
    pid_t self = getpid();
    char path[512] = "";
    struct stat status;
    struct report report = {.result = daemon(nochdir, noclose)};
    report.is_child = getpid() != self;
    report.leads = getsid(0) == getpid() && getpgrp() == getpid();
    report.standard = fstat(1, &status) == 0 && S_ISCHR(status.st_mode);
    report.in_root = getcwd(path, sizeof path) != NULL && strcmp(path, "/") == 0;
    _exit(write(to, &report, sizeof report) == sizeof report ? 0 : 1);
}

static void show_one(int nochdir, int noclose) {
    int ends[2], status;
    struct report report = {.result = -2};
    REQUIRE(pipe(ends));
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        if (nochdir) REQUIRE(chdir("folder"));
        become_one(ends[1], nochdir, noclose);
    }
    EXPECT(close(ends[1]) == 0);
    EXPECT(waitpid(child, &status, 0) == child);
    printf("who called it: %#x\n", status);
    EXPECT(read(ends[0], &report, sizeof report) == sizeof report);
    printf("%d, a child %d, leads %d, a device %d, in the root %d\n", report.result, report.is_child, report.leads,
           report.standard && !noclose, report.in_root);
    EXPECT(read(ends[0], &report, 1) == 0 && close(ends[0]) == 0);
}

int main(void) {
    REQUIRE(mkdir("folder", 0755));
    show_one(0, 0);
    show_one(1, 1);
    show_one(1, 0);
    return t_status;
}
