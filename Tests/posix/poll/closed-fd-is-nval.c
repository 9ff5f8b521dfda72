// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A descriptor that is not open is POLLNVAL at once, counted, and does not hide the others.

int main(void) {
    int pair[2];
    connected_pair(AF_INET, pair);
    int closed = REQUIRE(dup(pair[0]));
    REQUIRE(close(closed));
    struct pollfd polled[3] = {{closed, POLLIN, 0}, {pair[0], POLLOUT, 0}, {100000, 0, 0}};
    SHOW(poll(polled, 3, -1));
    for (int i = 0; i < 3; i++) printf("%d: %s\n", i, events_text(polled[i].revents));
    SHOW(poll(polled, 1, 10000));
    return t_status;
}
