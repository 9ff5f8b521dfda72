// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// One descriptor in several entries: each entry is answered for the events it asked.

int main(void) {
    int pair[2];
    connected_pair(AF_INET, pair);
    REQUIRE(send(pair[1], "x", 1, 0));
    wait_for(pair[0], POLLIN);
    struct pollfd polled[4] = {{pair[0], POLLIN, 0}, {pair[0], POLLOUT, 0}, {pair[0], POLLIN | POLLOUT, 0},
                               {pair[0], 0, 0}};
    SHOW(poll(polled, 4, 1000));
    for (int i = 0; i < 4; i++) printf("%d: %s\n", i, events_text(polled[i].revents));
    return t_status;
}
