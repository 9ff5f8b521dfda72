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
    // Thrown away, they need no place: but on a unix socket they are not thrown away.
    int local[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, local));
    SHOW(send(pair[0], "abcdef", 6, 0));
    SHOW(send(local[0], "abcdef", 6, 0));
    wait_for(pair[1], POLLIN);
    SHOW(recv(pair[1], NULL, 4, MSG_TRUNC));
    SHOW(recv(pair[1], NULL, 4, 0));
    SHOW(recv(pair[1], got, 4, 0));
    SHOW(recv(local[1], NULL, 4, MSG_TRUNC));
    return t_status;
}
