// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// SO_TYPE, SO_ACCEPTCONN, SO_DOMAIN and SO_PROTOCOL tell what a descriptor is; they cannot be set.

static int option(int fd, int name) {
    int value = -1;
    socklen_t len = sizeof value;
    REQUIRE(getsockopt(fd, SOL_SOCKET, name, &value, &len));
    EXPECT_EQ(len, sizeof value);
    return value;
}

static void describe(const char *what, int fd) {
    int type = option(fd, SO_TYPE), protocol = option(fd, SO_PROTOCOL), domain = option(fd, SO_DOMAIN);
    printf("%s: %s, %s, %s, listening %d\n", what, type == SOCK_STREAM ? "stream" : type == SOCK_DGRAM ? "datagram" : "?",
           protocol == IPPROTO_TCP ? "tcp" : protocol == IPPROTO_UDP ? "udp" : "?",
           domain == AF_INET ? "inet" : domain == AF_INET6 ? "inet6" : "?", option(fd, SO_ACCEPTCONN));
}

int main(void) {
    struct endpoint at;
    int value = 1;
    int listener = listening_socket(AF_INET, &at), fresh = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0));
    describe("listener", listener);
    describe("fresh", fresh);
    describe("udp", REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)));
    SHOW(setsockopt(fresh, SOL_SOCKET, SO_TYPE, &value, sizeof value));
    SHOW(setsockopt(fresh, SOL_SOCKET, SO_ACCEPTCONN, &value, sizeof value));
    SHOW(setsockopt(fresh, SOL_SOCKET, SO_ERROR, &value, sizeof value));
    return t_status;
}
