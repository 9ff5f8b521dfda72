// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// F_GETFL gives the access mode and the flags of open; F_SETFL changes O_NONBLOCK and O_APPEND and nothing else.

static void flags(const char *what, int fd) {
    int f = fcntl(fd, F_GETFL), mode = f & O_ACCMODE;
    if (f < 0)
        printf("%s: %s\n", what, errname(errno));
    else
        printf("%s: %s%s%s\n", what, mode == O_RDONLY ? "RDONLY" : mode == O_WRONLY ? "WRONLY" : "RDWR",
               f & O_NONBLOCK ? " NONBLOCK" : "", f & O_APPEND ? " APPEND" : "");
}

int main(void) {
    int pair[2], ends[2];
    connected_pair(AF_INET, pair);
    REQUIRE(pipe(ends));
    flags("socket", pair[0]);
    flags("reading end", ends[0]);
    flags("writing end", ends[1]);
    int fd = REQUIRE(open("file", O_WRONLY | O_CREAT | O_APPEND, 0644));
    flags("file", fd);
    SHOW(fcntl(fd, F_SETFL, O_NONBLOCK));
    flags("file", fd);
    flags("file to read", REQUIRE(open("file", O_RDONLY)));
    flags("file to update", REQUIRE(open("file", O_RDWR)));
    SHOW(fcntl(pair[0], F_SETFL, O_NONBLOCK | O_RDONLY));
    flags("socket", pair[0]);
    SHOW(fcntl(pair[0], F_SETFL, 0));
    flags("socket", pair[0]);
    flags("closed", -1);
    return t_status;
}
