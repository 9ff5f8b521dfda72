// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// MSG_WAITALL gathers what came in pieces, and ends short only at the end of the stream.

int main(void) {
    int pair[2];
    char got[16] = "";
    connected_pair(AF_INET, pair);
    for (int i = 0; i < 4; i++) SHOW(send(pair[0], "abc", 3, 0));
    SHOW(recv(pair[1], got, 10, MSG_WAITALL));
    printf("%s\n", got);
    SHOW(shutdown(pair[0], SHUT_WR));
    memset(got, 0, sizeof got);
    SHOW(recv(pair[1], got, 10, MSG_WAITALL));
    printf("%s\n", got);
    SHOW(recv(pair[1], got, 10, MSG_WAITALL));
    return t_status;
}
