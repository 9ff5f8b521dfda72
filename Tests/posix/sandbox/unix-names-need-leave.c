// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --dir @SCRATCH@/write::/write --dir @SCRATCH@/read::/read:ro
// setup: mkdir write read; echo x > read/file; ln -s ../../outside.txt write/out; ln -s ../read write/there
// stderr: bind to unix '@name'
// stderr: connect to unix '@other'

#include "../unix/unix.h"

// Without leave for the network: pairs and names in directories that may be written, and nothing beyond those.

int main(void) {
    int pair[2], fd = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), to = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0));
    SHOW(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    SHOW(unix_bind(fd, "@name"));
    SHOW(unix_connect(fd, "@other"));
    SHOW(unix_send(to, "x", "@other"));
    struct sockaddr_un any = {.sun_family = AF_UNIX};
    SHOW(bind(fd, (struct sockaddr *)&any, sizeof any.sun_family));
    SHOW(unix_bind(fd, "/read/sock"));
    SHOW(unix_bind(fd, "/read/file"));
    SHOW(unix_connect(fd, "/read/file"));
    SHOW(unix_connect(fd, "/read/none"));
    SHOW(unix_bind(fd, "/elsewhere/sock"));
    SHOW(unix_bind(fd, "/write/../sock"));
    SHOW(unix_bind(fd, "/write/out"));
    SHOW(unix_bind(fd, "/write/there/sock"));
    SHOW(unix_connect(fd, "/write/out"));
    SHOW(unix_connect(fd, "/write/there/file"));
    SHOW(unix_bind(fd, "/dev/sock"));
    SHOW(unix_connect(fd, "/dev/null"));
    SHOW(unix_bind(fd, "/write/sock"));
    print_local("bound", fd);
    return t_status;
}
