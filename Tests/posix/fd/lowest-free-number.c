// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Every call that makes a descriptor takes the lowest free number.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), fds[6], ends[2];
    for (int i = 0; i < 6; i++) fds[i] = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    for (int i = 1; i < 6; i++) EXPECT_EQ(fds[i], fds[0] + i);
    REQUIRE(close(fds[1]));
    REQUIRE(close(fds[3]));
    EXPECT_EQ(dup(listener), fds[1]);
    EXPECT_EQ(open("file", O_WRONLY | O_CREAT, 0644), fds[3]);
    EXPECT_EQ(dup(listener), fds[5] + 1);
    REQUIRE(close(fds[1]));
    REQUIRE(close(fds[2]));
    REQUIRE(pipe(ends));
    EXPECT_EQ(ends[0], fds[1]);
    EXPECT_EQ(ends[1], fds[2]);
    REQUIRE(close(fds[4]));
    REQUIRE(connect(fds[5], &at.any, at.len));
    EXPECT_EQ(accept(listener, NULL, NULL), fds[4]);
    REQUIRE(close(0));
    EXPECT_EQ(socket(AF_INET, SOCK_DGRAM, 0), 0);
    printf("done\n");
    return t_status;
}
