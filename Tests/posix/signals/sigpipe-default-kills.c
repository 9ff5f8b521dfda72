// SPDX-License-Identifier: Apache-2.0
// exit: 141

#include "../test.h"
#include <signal.h>

// Writing to a connection whose own side is shut ends the program by SIGPIPE when nothing else was arranged.

int main(void) {
    int pair[2];
    signal(SIGPIPE, SIG_DFL);
    connected_pair(AF_INET, pair);
    SHOW(shutdown(pair[0], SHUT_WR));
    SHOW(send(pair[0], "x", 1, MSG_NOSIGNAL));
    printf("about to write\n");
    fflush(stdout);
    SHOW(write(pair[0], "x", 1));
    return t_status;
}
