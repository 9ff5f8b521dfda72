// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// Names as long as they may be, and without a NUL at the end.

int main(void) {
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    socklen_t len = sizeof at;
    int fd = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0)), to = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0));
    memset(at.sun_path, '/', sizeof at.sun_path);
    at.sun_path[0] = '.';
    memcpy(at.sun_path + sizeof at.sun_path - 8, "fullname", 8);
    SHOW(bind(fd, (struct sockaddr *)&at, len));
    print_local("full", fd);
    SHOW(unix_send(to, "x", "fullname"));
    print_received("full", fd);
    memcpy(at.sun_path, "short\0rest", 10);
    SHOW(bind(to, (struct sockaddr *)&at, len));
    print_local("short", to);
    SHOW(unlink("short"));
    return t_status;
}
