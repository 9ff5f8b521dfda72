// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// shutdown(SHUT_RD): what had arrived is still read, then the end, and sending goes on. Wrong `how` is EINVAL.

int main(void) {
    int pair[2];
    char got[8];
    connected_pair(AF_INET, pair);
    SHOW(shutdown(pair[0], 3));
    SHOW(shutdown(pair[0], -1));
    SHOW(send(pair[1], "abc", 3, 0));
    wait_for(pair[0], POLLIN);
    SHOW(shutdown(pair[0], SHUT_RD));
    SHOW(recv(pair[0], got, sizeof got, 0));
    SHOW(recv(pair[0], got, sizeof got, 0));
    SHOW(send(pair[0], "defg", 4, 0));
    SHOW(recv(pair[1], got, sizeof got, 0));
    return t_status;
}
