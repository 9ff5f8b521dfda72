// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/select.h>

// Descriptors at or above nfds are not looked at.

int main(void) {
    int pair[2];
    connected_pair(AF_INET, pair);
    int low = pair[0] < pair[1] ? pair[0] : pair[1], high = pair[0] + pair[1] - low;
    fd_set out;
    FD_ZERO(&out);
    FD_SET(low, &out);
    FD_SET(high, &out);
    struct timeval none = {0, 0};
    SHOW(select(low + 1, NULL, &out, NULL, &none));
    SHOW(FD_ISSET(low, &out) != 0);
    FD_ZERO(&out);
    FD_SET(high, &out);
    SHOW(select(low + 1, NULL, &out, NULL, &none));
    FD_SET(low, &out);
    FD_SET(high, &out);
    SHOW(select(high + 1, NULL, &out, NULL, &none));
    SHOW((FD_ISSET(low, &out) != 0) + (FD_ISSET(high, &out) != 0));
    return t_status;
}
