// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Regular files and directories never make poll wait.

int main(void) {
    int file = REQUIRE(open("file", O_RDWR | O_CREAT, 0644)), directory = REQUIRE(open(".", O_RDONLY | O_DIRECTORY));
    int pair[2];
    connected_pair(AF_INET, pair);
    struct pollfd polled[3] = {{file, POLLIN | POLLOUT, 0}, {directory, POLLIN, 0}, {pair[0], POLLIN, 0}};
    SHOW(poll(polled, 3, 10000));
    for (int i = 0; i < 3; i++) printf("%d: %s\n", i, events_text(polled[i].revents));
    return t_status;
}
