// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Eight hundred descriptors at once, closed and reopened: numbers are reused, none is lost.

enum { COUNT = 800 };

int main(void) {
    static int fds[COUNT];
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < COUNT; i++) fds[i] = REQUIRE(i % 2 ? socket(AF_INET, SOCK_DGRAM, 0) : dup(1));
        for (int i = 1; i < COUNT; i++) EXPECT_EQ(fds[i], fds[0] + i);
        for (int i = 0; i < COUNT; i++) REQUIRE(close(fds[round % 2 ? i : COUNT - 1 - i]));
    }
    printf("done\n");
    return t_status;
}
