// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Buffer sizes are read back as the kernel made them: doubled, and never below its minimum.

static void resize(const char *what, int fd, int name, int wanted) {
    int got = -1;
    socklen_t len = sizeof got;
    REQUIRE(setsockopt(fd, SOL_SOCKET, name, &wanted, sizeof wanted));
    REQUIRE(getsockopt(fd, SOL_SOCKET, name, &got, &len));
    printf("%s %d: %d\n", what, wanted, got);
}

int main(void) {
    int tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), udp = REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0));
    const int sizes[] = {0, 8192, 100000};
    for (int i = 0; i < 3; i++) {
        resize("SO_SNDBUF", tcp, SO_SNDBUF, sizes[i]);
        resize("SO_RCVBUF", tcp, SO_RCVBUF, sizes[i]);
        resize("SO_SNDBUF of udp", udp, SO_SNDBUF, sizes[i]);
        resize("SO_RCVBUF of udp", udp, SO_RCVBUF, sizes[i]);
    }
    return t_status;
}
