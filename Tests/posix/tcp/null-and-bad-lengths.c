// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Null and negative lengths where an address is asked for.

int main(void) {
    int pair[2];
    struct endpoint e;
    socklen_t negative = (socklen_t)-1;
    connected_pair(AF_INET, pair);
    SHOW(getsockname(pair[0], &e.any, &negative));
    SHOW(getpeername(pair[0], &e.any, &negative));
    SHOW(recv(pair[0], NULL, 0, MSG_DONTWAIT));
    SHOW(send(pair[0], NULL, 0, 0));
    return t_status;
}
