// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// dup2 closes what was there, does nothing onto itself, and checks both numbers.

int main(void) {
    int pair[2], ends[2];
    char got[8];
    connected_pair(AF_INET, pair);
    REQUIRE(pipe(ends));
    EXPECT_EQ(dup2(pair[0], pair[0]), pair[0]);
    EXPECT_EQ(dup2(ends[1], pair[0]), pair[0]);
    SHOW(recv(pair[1], got, sizeof got, 0));
    SHOW(write(pair[0], "pipe", 4));
    SHOW(read(ends[0], got, sizeof got));
    EXPECT_EQ(dup2(ends[1], 60), 60);
    SHOW(write(60, "60", 2));
    SHOW(read(ends[0], got, sizeof got));
    SHOW(close(60));
    SHOW(dup2(60, 61));
    SHOW(dup2(60, 60));
    SHOW(dup2(-1, 61));
    SHOW(dup2(ends[1], -1));
    SHOW(dup(-1));
    SHOW(dup(60));
    SHOW(write(61, "x", 1));
    return t_status;
}
