// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Closing with SO_LINGER {1, 0} resets the connection: the peer reads ECONNRESET once, then the end, and writes EPIPE.

int main(void) {
    int pair[2];
    char got[8];
    struct linger linger = {.l_onoff = 1, .l_linger = 0};
    connected_pair(AF_INET, pair);
    SHOW(setsockopt(pair[0], SOL_SOCKET, SO_LINGER, &linger, sizeof linger));
    SHOW(close(pair[0]));
    printf("poll: %s\n", events_text(wait_for(pair[1], POLLIN | POLLOUT)));
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(send(pair[1], "x", 1, MSG_NOSIGNAL));
    return t_status;
}
