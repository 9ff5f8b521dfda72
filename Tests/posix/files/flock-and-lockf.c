// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/file.h>

// flock's locks are those of open file descriptions, which copies share; lockf's are the process's.

static volatile sig_atomic_t handled;
static void handler(int signal) { handled += signal == SIGALRM; }

int main(void) {
    int one = REQUIRE(open("file", O_RDWR | O_CREAT, 0600)), two = REQUIRE(open("file", O_RDONLY));
    int copy = REQUIRE(dup(one));
    SHOW(flock(one, LOCK_EX));
    SHOW(flock(two, LOCK_EX | LOCK_NB));
    SHOW(flock(two, LOCK_SH | LOCK_NB));
    SHOW(flock(copy, LOCK_SH));
    SHOW(flock(two, LOCK_SH | LOCK_NB));
    SHOW(flock(one, LOCK_EX | LOCK_NB));
    SHOW(flock(two, LOCK_UN));
    SHOW(flock(copy, LOCK_EX | LOCK_NB));
    REQUIRE(close(one));
    SHOW(flock(two, LOCK_EX | LOCK_NB));
    struct sigaction action = {.sa_handler = handler};
    REQUIRE(sigaction(SIGALRM, &action, NULL));
    alarm(1);
    SHOW(flock(two, LOCK_EX));
    printf("handled %d\n", (int)handled);
    REQUIRE(close(copy));
    SHOW(flock(two, LOCK_EX));
    SHOW(flock(two, 0));
    SHOW(flock(two, LOCK_SH | LOCK_EX));
    SHOW(flock(99, LOCK_SH));
    REQUIRE(close(two));

    puts("lockf");
    one = REQUIRE(open("file", O_RDWR));
    two = REQUIRE(open("file", O_RDWR));
    struct flock lock = {.l_type = F_WRLCK, .l_start = 100, .l_len = 10};
    SHOW(fcntl(two, F_OFD_SETLK, &lock));
    SHOW(lockf(one, F_TLOCK, 50));
    REQUIRE(lseek(one, 105, SEEK_SET));
    SHOW(lockf(one, F_TLOCK, 1));
    SHOW(lockf(one, F_TEST, 1));
    SHOW(lockf(one, F_ULOCK, 1));
    alarm(1);
    SHOW(lockf(one, F_LOCK, 0));
    REQUIRE(lseek(one, 0, SEEK_SET));
    SHOW(lockf(one, F_TEST, 50));
    SHOW(lockf(one, 9, 50));
    SHOW(lockf(99, F_TEST, 50));
    return t_status;
}
