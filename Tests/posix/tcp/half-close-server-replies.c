// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// After shutdown(SHUT_WR) the peer reads the end of file and can still answer.

int main(void) {
    int pair[2];
    char got[32] = "";
    connected_pair(AF_INET, pair);
    SHOW(send(pair[0], "request", 7, 0));
    SHOW(shutdown(pair[0], SHUT_WR));
    SHOW(read_all(pair[1], got, sizeof got));
    printf("server got %s\n", got);
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(send(pair[1], "the reply", 9, 0));
    SHOW(close(pair[1]));
    memset(got, 0, sizeof got);
    SHOW(read_all(pair[0], got, sizeof got));
    printf("client got %s\n", got);
    return t_status;
}
