// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"

// F_DUPFD takes the lowest free number from a minimum on; FD_CLOEXEC belongs to one descriptor.

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at);
    EXPECT_EQ(fcntl(fd, F_DUPFD, 50), 50);
    EXPECT_EQ(fcntl(fd, F_DUPFD, 50), 51);
    EXPECT_EQ(fcntl(fd, F_DUPFD, fd), fd + 1);
    EXPECT_EQ(fcntl(fd, F_DUPFD_CLOEXEC, 60), 60);
    SHOW(fcntl(50, F_GETFD));
    SHOW(fcntl(60, F_GETFD));
    SHOW(fcntl(60, F_SETFD, 0));
    SHOW(fcntl(60, F_GETFD));
    struct endpoint copy = local_of(51);
    EXPECT(same_endpoint(&copy, &at));
    SHOW(fcntl(fd, F_DUPFD, -1));
    SHOW(fcntl(77, F_DUPFD, 0));
    SHOW(fcntl(77, F_GETFD));
    SHOW(fcntl(77, F_SETFL, 0));
    SHOW(fcntl(fd, 12345, 0));
    SHOW_OK(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return t_status;
}
