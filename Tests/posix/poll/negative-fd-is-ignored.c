// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A negative descriptor is skipped and its revents cleared, whatever it held.

int main(void) {
    int pair[2];
    connected_pair(AF_INET, pair);
    struct pollfd polled[4] = {{-1, POLLIN | POLLOUT, 0x7fff}, {pair[0], POLLOUT, 0x7fff},
                               {-pair[0], POLLOUT, 0x7fff}, {pair[1], POLLIN, 0x7fff}};
    SHOW(poll(polled, 4, 1000));
    for (int i = 0; i < 4; i++) printf("%d: %s\n", i, events_text(polled[i].revents));
    SHOW(poll(polled, 1, 0));
    SHOW(poll(polled, 1, 1));
    return t_status;
}
