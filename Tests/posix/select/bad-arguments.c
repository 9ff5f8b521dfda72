// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/select.h>

// EBADF for a closed descriptor in a set, EINVAL for a negative count or time.

int main(void) {
    int pair[2];
    connected_pair(AF_INET, pair);
    int closed = REQUIRE(dup(pair[0]));
    REQUIRE(close(closed));
    fd_set in;
    FD_ZERO(&in);
    FD_SET(closed, &in);
    struct timeval none = {0, 0}, negative = {-1, 0}, negative_us = {0, -1};
    SHOW(select(closed + 1, &in, NULL, NULL, &none));
    SHOW(select(closed, &in, NULL, NULL, &none));
    SHOW(select(-1, NULL, NULL, NULL, &none));
    FD_ZERO(&in);
    FD_SET(pair[0], &in);
    SHOW(select(pair[0] + 1, &in, NULL, NULL, &negative));
    SHOW(select(pair[0] + 1, &in, NULL, NULL, &negative_us));
    return t_status;
}
