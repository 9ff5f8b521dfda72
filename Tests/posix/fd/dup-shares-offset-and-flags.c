// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A duplicate shares the file offset and the status flags, but not FD_CLOEXEC.

int main(void) {
    int fd = REQUIRE(open("file", O_RDWR | O_CREAT | O_TRUNC, 0644));
    REQUIRE(write(fd, "abcdef", 6));
    int copy = SHOW_OK(dup(fd));
    SHOW(lseek(copy, 0, SEEK_CUR));
    SHOW(lseek(copy, 2, SEEK_SET));
    char got[3] = "";
    SHOW(read(fd, got, 2));
    printf("%s\n", got);
    SHOW(fcntl(fd, F_SETFD, FD_CLOEXEC));
    SHOW(fcntl(copy, F_GETFD));
    int third = REQUIRE(dup(fd));
    SHOW(fcntl(third, F_GETFD));
    SHOW(close(fd));
    SHOW(read(copy, got, 2));
    printf("%s\n", got);
    int pair[2];
    connected_pair(AF_INET, pair);
    copy = REQUIRE(dup(pair[0]));
    set_nonblocking(copy, 1);
    printf("nonblocking %d\n", (fcntl(pair[0], F_GETFL) & O_NONBLOCK) != 0);
    SHOW(recv(pair[0], got, 1, 0));
    set_nonblocking(pair[0], 0);
    printf("nonblocking %d\n", (fcntl(copy, F_GETFL) & O_NONBLOCK) != 0);
    return t_status;
}
