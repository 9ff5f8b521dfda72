// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// MSG_TRUNC on a stream throws the bytes away and counts them.

int main(void) {
    int pair[2];
    char got[8] = "-------";
    connected_pair(AF_INET, pair);
    SHOW(send(pair[0], "abcdef", 6, 0));
    wait_for(pair[1], POLLIN);
    SHOW(recv(pair[1], got, 4, MSG_TRUNC));
    printf("%s\n", got);
    SHOW(recv(pair[1], got, 4, 0));
    printf("%s\n", got);
    return t_status;
}
