// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Closing a socket that holds unread data resets the connection rather than ending it.

int main(void) {
    int pair[2];
    char got[8];
    connected_pair(AF_INET, pair);
    SHOW(send(pair[0], "unread", 6, 0));
    wait_for(pair[1], POLLIN);
    SHOW(close(pair[1]));
    wait_for(pair[0], POLLIN);
    SHOW(recv(pair[0], got, sizeof got, 0));
    return t_status;
}
