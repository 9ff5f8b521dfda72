// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>
#include <signal.h>
#include <unistd.h>

// The old way to give up waiting: alarm, and a handler that jumps out of recv and out of a loop that never ends.

static sigjmp_buf back;

static void handler(int number) { siglongjmp(back, 1); }

int main(void) {
    int pair[2];
    char got[4];
    struct sigaction action = {.sa_handler = handler};
    SHOW(sigaction(SIGALRM, &action, NULL));
    connected_pair(AF_INET, pair);
    if (sigsetjmp(back, 1) == 0) {
        alarm(1);
        recv(pair[0], got, sizeof got, 0);
        t_error("recv returned");
    }
    printf("left recv\n");
    if (sigsetjmp(back, 1) == 0) {
        SHOW(alarm(1));
        for (volatile unsigned i = 0;; i++) continue;
    }
    printf("left the loop\n");
    SHOW(send(pair[1], "x", 1, 0));
    SHOW(recv(pair[0], got, sizeof got, 0));
    return t_status;
}
