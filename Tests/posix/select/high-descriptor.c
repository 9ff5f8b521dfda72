// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/select.h>

// Descriptors near FD_SETSIZE work; copies of sets are plain assignments.

int main(void) {
    struct endpoint at;
    int low = bound_socket(AF_INET, SOCK_DGRAM, &at), high = dup2(low, 1000);
    EXPECT_EQ(high, 1000);
    SHOW(FD_SETSIZE >= 1001);
    fd_set all, in;
    FD_ZERO(&all);
    FD_SET(low, &all);
    FD_SET(high, &all);
    FD_SET(high, &all);
    in = all;
    struct timeval none = {0, 0};
    SHOW(select(high + 1, &in, NULL, NULL, &none));
    REQUIRE(sendto(low, "x", 1, 0, &at.any, at.len));
    wait_for(low, POLLIN);
    in = all;
    SHOW(select(high + 1, &in, NULL, NULL, &none));
    printf("%d %d\n", FD_ISSET(low, &in) != 0, FD_ISSET(high, &in) != 0);
    FD_CLR(high, &in);
    FD_CLR(high, &in);
    printf("%d %d\n", FD_ISSET(low, &in) != 0, FD_ISSET(high, &in) != 0);
    return t_status;
}
