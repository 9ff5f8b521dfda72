// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/ioctl.h>

// FIONREAD counts the bytes that wait; it is EINVAL on a listener.

static void count(const char *when, int fd) {
    int n = -1;
    if (ioctl(fd, FIONREAD, &n) < 0)
        printf("%s: %s\n", when, errname(errno));
    else
        printf("%s: %d\n", when, n);
}

int main(void) {
    int pair[2];
    char got[4];
    struct endpoint at;
    connected_pair(AF_INET, pair);
    count("at first", pair[1]);
    REQUIRE(send(pair[0], "abcdefg", 7, 0));
    wait_for(pair[1], POLLIN);
    count("seven sent", pair[1]);
    REQUIRE(recv(pair[1], got, 4, 0));
    count("four read", pair[1]);
    REQUIRE(recv(pair[1], got, 4, MSG_PEEK));
    count("peeked", pair[1]);
    REQUIRE(recv(pair[1], got, 4, 0));
    count("all read", pair[1]);
    close(pair[0]);
    wait_for(pair[1], POLLIN);
    count("peer closed", pair[1]);
    count("listener", listening_socket(AF_INET, &at));
    return t_status;
}
