// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>
#include <signal.h>

// siglongjmp out of a handler leaves the write that raised SIGPIPE, and the signal is unblocked again.

static sigjmp_buf back;
static volatile sig_atomic_t times;

static void handler(int number) {
    times++;
    siglongjmp(back, times);
}

int main(void) {
    int ends[2];
    struct sigaction action = {.sa_handler = handler};
    SHOW(sigaction(SIGPIPE, &action, NULL));
    REQUIRE(pipe(ends));
    REQUIRE(close(ends[0]));
    int came = sigsetjmp(back, 1);
    printf("round %d\n", came);
    if (came < 3) {
        write_all(ends[1], "x", 1);
        t_error("the write returned");
    }
    return t_status;
}
