// SPDX-License-Identifier: Apache-2.0
// terminal: yes
#define _GNU_SOURCE

#include "../test.h"
#include <signal.h>
#include <sys/ioctl.h>

// The size of the terminal's window: SIGWINCH says that it changed.

static volatile sig_atomic_t changes;

static void changed(int signal) {
    (void)signal;
    changes++;
}

static void show_size(void) {
    struct winsize size = {.ws_row = 1};
    SHOW(ioctl(0, TIOCGWINSZ, &size));
    printf("%d by %d\n", size.ws_row, size.ws_col);
}

int main(void) {
    struct winsize size = {.ws_row = 33, .ws_col = 44};
    int pipes[2];
    sigset_t mask, old;
    REQUIRE(pipe(pipes));
    show_size();
    REQUIRE(sigaction(SIGWINCH, &(struct sigaction){.sa_handler = changed}, NULL));
    sigemptyset(&mask);
    sigaddset(&mask, SIGWINCH);
    sigprocmask(SIG_BLOCK, &mask, &old);
    printf("@size 50 132\n");
    fflush(stdout);
    while (changes == 0) sigsuspend(&old);
    show_size();
    changes = 0;
    SHOW(ioctl(0, TIOCSWINSZ, &size));
    while (changes == 0) sigsuspend(&old);
    show_size();
    SHOW(ioctl(pipes[0], TIOCSWINSZ, &size));
    SHOW(ioctl(pipes[0], TIOCGWINSZ, &size));
    SHOW(ioctl(77, TIOCSWINSZ, &size));
    return t_status;
}
