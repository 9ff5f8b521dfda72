// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>
#include <sys/select.h>

// pselect takes a timespec, which it leaves alone, and a signal mask.

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at);
    struct timespec timeout = {0, 20000000}, wrong = {0, -1};
    sigset_t mask;
    sigemptyset(&mask);
    fd_set in;
    FD_ZERO(&in);
    FD_SET(fd, &in);
    long long began = now_ms();
    SHOW(pselect(fd + 1, &in, NULL, NULL, &timeout, &mask));
    EXPECT(now_ms() - began >= 20);
    SHOW(timeout.tv_nsec);
    REQUIRE(sendto(fd, "x", 1, 0, &at.any, at.len));
    FD_SET(fd, &in);
    SHOW(pselect(fd + 1, &in, NULL, NULL, NULL, NULL));
    SHOW(FD_ISSET(fd, &in) != 0);
    SHOW(pselect(fd + 1, &in, NULL, NULL, &wrong, NULL));
    return t_status;
}
