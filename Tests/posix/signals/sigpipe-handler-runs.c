// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>

// A handler for SIGPIPE runs once for each write, before the write returns EPIPE; MSG_NOSIGNAL keeps it quiet.

static volatile sig_atomic_t caught;

static void handler(int number) { caught += number == SIGPIPE; }

int main(void) {
    int pair[2], ends[2];
    struct sigaction action = {.sa_handler = handler};
    SHOW(sigaction(SIGPIPE, &action, NULL));
    connected_pair(AF_INET, pair);
    SHOW(shutdown(pair[0], SHUT_WR));
    SHOW(send(pair[0], "x", 1, 0));
    SHOW(caught);
    SHOW(send(pair[0], "x", 1, MSG_NOSIGNAL));
    SHOW(caught);
    SHOW(write(pair[0], "x", 1));
    SHOW(caught);
    REQUIRE(pipe(ends));
    REQUIRE(close(ends[0]));
    SHOW(write(ends[1], "x", 1));
    SHOW(caught);
    return t_status;
}
