// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netinet/tcp.h>

// SO_LINGER's structure and the keep-alive numbers read back as set; nonsense is EINVAL.

static void number(const char *what, int fd, int name, int wanted) {
    int got = -1;
    socklen_t len = sizeof got;
    printf("%s %d: ", what, wanted);
    if (setsockopt(fd, IPPROTO_TCP, name, &wanted, sizeof wanted) < 0) printf("%s, ", errname(errno));
    REQUIRE(getsockopt(fd, IPPROTO_TCP, name, &got, &len));
    printf("%d\n", got);
}

int main(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    struct linger linger = {-1, -1};
    socklen_t len = sizeof linger;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, &len));
    printf("%d %d, length %d\n", linger.l_onoff, linger.l_linger, (int)len);
    linger = (struct linger){1, 5};
    SHOW(setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger));
    linger = (struct linger){0, 0};
    SHOW(getsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, &len));
    printf("%d %d\n", linger.l_onoff, linger.l_linger);
    number("TCP_KEEPIDLE", fd, TCP_KEEPIDLE, 100);
    number("TCP_KEEPIDLE", fd, TCP_KEEPIDLE, 0);
    number("TCP_KEEPINTVL", fd, TCP_KEEPINTVL, 20);
    number("TCP_KEEPINTVL", fd, TCP_KEEPINTVL, -1);
    number("TCP_KEEPCNT", fd, TCP_KEEPCNT, 4);
    number("TCP_KEEPCNT", fd, TCP_KEEPCNT, 1000);
    return t_status;
}
