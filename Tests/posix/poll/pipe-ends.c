// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Pipes in poll: empty, filled, writer gone (POLLHUP), reader gone (POLLERR).

int main(void) {
    int ends[2];
    char got[8];
    REQUIRE(pipe(ends));
    struct pollfd polled[2] = {{ends[0], POLLIN, 0}, {ends[1], POLLOUT, 0}};
    SHOW(poll(polled, 2, 1000));
    printf("empty: %s, %s\n", events_text(polled[0].revents), events_text(polled[1].revents));
    REQUIRE(write(ends[1], "abc", 3));
    SHOW(poll(polled, 2, 1000));
    printf("filled: %s, %s\n", events_text(polled[0].revents), events_text(polled[1].revents));
    REQUIRE(close(ends[1]));
    printf("writer gone: %s\n", events_text(wait_for(ends[0], POLLIN)));
    SHOW(read(ends[0], got, sizeof got));
    printf("and empty: %s\n", events_text(wait_for(ends[0], POLLIN)));
    SHOW(read(ends[0], got, sizeof got));
    REQUIRE(pipe(ends));
    REQUIRE(close(ends[0]));
    printf("reader gone: %s\n", events_text(wait_for(ends[1], POLLOUT)));
    return t_status;
}
