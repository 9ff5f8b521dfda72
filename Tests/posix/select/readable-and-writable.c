// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/select.h>

// select reports each set by itself and counts every bit that it leaves set.

int main(void) {
    int pair[2];
    connected_pair(AF_INET, pair);
    REQUIRE(send(pair[1], "x", 1, 0));
    wait_for(pair[0], POLLIN);
    fd_set in, out, bad;
    FD_ZERO(&in);
    FD_ZERO(&out);
    FD_ZERO(&bad);
    for (int i = 0; i < 2; i++) {
        FD_SET(pair[i], &in);
        FD_SET(pair[i], &out);
        FD_SET(pair[i], &bad);
    }
    int nfds = (pair[0] > pair[1] ? pair[0] : pair[1]) + 1;
    SHOW(select(nfds, &in, &out, &bad, NULL));
    for (int i = 0; i < 2; i++)
        printf("%d: in %d, out %d, exceptional %d\n", i, !!FD_ISSET(pair[i], &in), !!FD_ISSET(pair[i], &out),
               !!FD_ISSET(pair[i], &bad));
    return t_status;
}
