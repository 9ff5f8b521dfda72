// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A stream socket that was never connected is both writable and hung up; a listener is neither.

int main(void) {
    struct endpoint at;
    int fresh = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), listener = listening_socket(AF_INET, &at);
    struct pollfd polled[2] = {{fresh, POLLIN | POLLOUT, 0}, {listener, POLLIN | POLLOUT, 0}};
    SHOW(poll(polled, 2, 1000));
    for (int i = 0; i < 2; i++) printf("%d: %s\n", i, events_text(polled[i].revents));
    return t_status;
}
