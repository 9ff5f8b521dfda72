// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"

// accept4 sets SOCK_NONBLOCK and SOCK_CLOEXEC on the new socket only, and refuses flags it does not know.

static int accept_one(int listener, const struct endpoint *at, int flags) {
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(client, &at->any, at->len));
    return accept4(listener, NULL, NULL, flags);
}

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    const int flags[] = {0, SOCK_NONBLOCK, SOCK_CLOEXEC, SOCK_NONBLOCK | SOCK_CLOEXEC};
    for (int i = 0; i < 4; i++) {
        int fd = REQUIRE(accept_one(listener, &at, flags[i]));
        printf("nonblocking %d, close on exec %d\n", (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0,
               (fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0);
        close(fd);
    }
    EXPECT_EQ(fcntl(listener, F_GETFL) & O_NONBLOCK, 0);
    SHOW(accept4(listener, NULL, NULL, 0x40000000));
    set_nonblocking(listener, 1);
    int fd = REQUIRE(accept_one(listener, &at, 0));
    printf("from a nonblocking listener: nonblocking %d\n", (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0);
    return t_status;
}
