// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Closing one of two descriptors of a socket says nothing to the peer; shutdown does, through either.

int main(void) {
    int pair[2];
    char got[4];
    connected_pair(AF_INET, pair);
    int copy = REQUIRE(dup(pair[0]));
    SHOW(close(pair[0]));
    SHOW(recv(pair[1], got, sizeof got, MSG_DONTWAIT));
    SHOW(send(copy, "x", 1, 0));
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(close(copy));
    SHOW(recv(pair[1], got, sizeof got, 0));
    connected_pair(AF_INET, pair);
    copy = REQUIRE(dup(pair[0]));
    SHOW(shutdown(copy, SHUT_WR));
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(send(pair[0], "x", 1, MSG_NOSIGNAL));
    return t_status;
}
