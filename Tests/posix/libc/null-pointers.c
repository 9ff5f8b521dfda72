// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/time.h>

// Null, and addresses that are not the program's, in calls that are not about sockets.

int main(void) {
    void *volatile null = NULL, *volatile bad = (char *)(uintptr_t)0xffff0000u;
    sigset_t *none = null;
    struct itimerval timer = {.it_value = {.tv_sec = 100}};
    int file = REQUIRE(open("file", O_RDWR | O_CREAT, 0644));
    REQUIRE(pwrite(file, "text", 4, 0));
    SHOW(pwrite(file, null, 4, 0));
    SHOW(pread(file, null, 4, 0));
    SHOW(pread(file, null, 0, 0));
    SHOW(pread(file, null, 4, -1));
    SHOW(pread(-1, null, 4, 0));
    SHOW(sigaddset(none, SIGINT));
    SHOW(sigdelset(none, SIGINT));
    SHOW(sigismember(none, SIGINT));
    SHOW(sigfillset(none));
    SHOW(getresuid(null, null, null));
    SHOW(getresgid(bad, bad, bad));
    // No timer to set stops the one that runs.
    REQUIRE(setitimer(ITIMER_REAL, &timer, NULL));
    SHOW(setitimer(ITIMER_REAL, null, &timer));
    printf("%d\n", timer.it_value.tv_sec > 0);
    REQUIRE(getitimer(ITIMER_REAL, &timer));
    printf("%d\n", (int)timer.it_value.tv_sec);
    SHOW(setitimer(99, null, NULL));
    SHOW(flock(-1, 16));
    SHOW(flock(-1, LOCK_SH | LOCK_NB));
    SHOW(flock(file, LOCK_NB));
    return t_status;
}
