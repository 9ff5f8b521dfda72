// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Sending and receiving nothing on a stream: no data, no end of file, no waiting.

int main(void) {
    int pair[2];
    char got[4];
    connected_pair(AF_INET, pair);
    SHOW(send(pair[0], "", 0, 0));
    SHOW(write(pair[0], "", 0));
    SHOW(recv(pair[1], got, sizeof got, MSG_DONTWAIT));
    SHOW(send(pair[0], "ab", 2, 0));
    wait_for(pair[1], POLLIN);
    SHOW(recv(pair[1], got, 0, 0));
    SHOW(read(pair[1], got, 0));
    SHOW(recv(pair[1], got, sizeof got, 0));
    return t_status;
}
