// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// SO_RCVLOWAT holds poll and a blocking recv back until so much has come.

int main(void) {
    int pair[2], low = 4, got_low = -1;
    socklen_t len = sizeof got_low;
    char got[16];
    connected_pair(AF_INET, pair);
    SHOW(getsockopt(pair[1], SOL_SOCKET, SO_RCVLOWAT, &got_low, &len));
    SHOW(got_low);
    SHOW(setsockopt(pair[1], SOL_SOCKET, SO_RCVLOWAT, &low, sizeof low));
    SHOW(getsockopt(pair[1], SOL_SOCKET, SO_RCVLOWAT, &got_low, &len));
    SHOW(got_low);
    SHOW(send(pair[0], "ab", 2, 0));
    struct pollfd polled = {pair[1], POLLIN, 0};
    SHOW(poll(&polled, 1, 50));
    SHOW(send(pair[0], "cd", 2, 0));
    SHOW(poll(&polled, 1, 10000));
    SHOW(recv(pair[1], got, sizeof got, 0));
    return t_status;
}
