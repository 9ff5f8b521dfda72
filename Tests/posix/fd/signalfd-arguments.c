// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <signal.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <sys/uio.h>

#include "../test.h"

// What signalfd refuses.

static sigset_t set_of(int first, int second) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, first);
    if (second) sigaddset(&set, second);
    return set;
}

int main(void) {
    sigset_t set = set_of(SIGUSR1, SIGKILL);
    const sigset_t *volatile nowhere = NULL;
    int ends[2];
    REQUIRE(pipe(ends));
    SHOW(signalfd(-1, &set, O_APPEND));
    SHOW(signalfd(-1, nowhere, 0));
    SHOW(signalfd(-2, &set, 0));
    SHOW(signalfd(999, &set, 0));
    SHOW(signalfd(ends[0], &set, 0));
    SHOW_OK(signalfd(-1, &set, 0));
    return t_status;
}
