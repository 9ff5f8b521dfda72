// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <limits.h>
#include <sys/time.h>

// Lengths that are more than there is: of a value only what the option takes is read, of an address only what it is long
// is written. And the descriptor is looked at before the value.

int main(void) {
    int on = 1, fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), file = REQUIRE(open("file", O_CREAT | O_RDWR, 0600));
    struct endpoint at = loopback(AF_INET, 0);
    struct timeval late = {.tv_usec = 1000000};
    SHOW(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, INT_MAX));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_RECVERR, &on, INT_MAX));
    SHOW(setsockopt(fd, IPPROTO_IP, IP_UNICAST_IF, &on, 64));
    SHOW(setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &late, sizeof late));
    SHOW(setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &late, 1));
    REQUIRE(bind(fd, &at.any, at.len));
    at.len = INT_MAX;
    SHOW(getsockname(fd, &at.any, &at.len));
    printf("%d %s\n", (int)at.len, address_text(&at));
    at.len = (socklen_t)-1;
    SHOW(getsockname(fd, &at.any, &at.len));
    return t_status;
}
