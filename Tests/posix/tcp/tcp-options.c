// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netinet/tcp.h>

// The options of TCP that servers and clients set, read back.

static void number(const char *what, int fd, int name, int wanted) {
    int got = -1;
    socklen_t len = sizeof got;
    printf("%s %d: ", what, wanted);
    if (setsockopt(fd, IPPROTO_TCP, name, &wanted, sizeof wanted) < 0) printf("%s, ", errname(errno));
    if (getsockopt(fd, IPPROTO_TCP, name, &got, &len) < 0) printf("%s, ", errname(errno));
    printf("%d\n", got);
}

int main(void) {
    int pair[2];
    connected_pair(AF_INET, pair);
    number("TCP_NODELAY", pair[0], TCP_NODELAY, 1);
    number("TCP_CORK", pair[0], TCP_CORK, 1);
    number("TCP_CORK", pair[0], TCP_CORK, 0);
    number("TCP_USER_TIMEOUT", pair[0], TCP_USER_TIMEOUT, 5000);
    number("TCP_USER_TIMEOUT", pair[0], TCP_USER_TIMEOUT, -1);
    number("TCP_SYNCNT", pair[0], TCP_SYNCNT, 3);
    number("TCP_LINGER2", pair[0], TCP_LINGER2, 7);
    number("TCP_QUICKACK", pair[0], TCP_QUICKACK, 1);
    int fresh = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    number("TCP_MAXSEG", fresh, TCP_MAXSEG, 1000);
    number("TCP_MAXSEG", fresh, TCP_MAXSEG, 1);
    char name[32] = "";
    socklen_t len = sizeof name;
    SHOW(getsockopt(fresh, IPPROTO_TCP, TCP_CONGESTION, name, &len));
    EXPECT(strlen(name) > 0);
    SHOW(setsockopt(fresh, IPPROTO_TCP, TCP_CONGESTION, "no-such-thing", 13));
    return t_status;
}
