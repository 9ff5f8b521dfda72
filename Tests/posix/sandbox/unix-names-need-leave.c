// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --dir @SCRATCH@/write::/write --dir @SCRATCH@/read::/read:ro --allow-inbound unix:///write/in/* --allow-outbound unix:///write/in/sock --allow-inbound unix://@mine*
// setup: mkdir write read write/in write/out.d; ln -s ../out.d write/in/link; echo x > read/file; ln -s ../../outside.txt write/out; ln -s ../read write/there
// stderr: bind to unix '@name'
// stderr: connect to unix '@other'
// stderr: refused bind to unix '/write/sock'; allow it with --allow-inbound unix:///write/sock
// stderr: connect to unix '/write/in/second'

#include "../unix/unix.h"

// A pair needs no leave; a name needs its rule, in directories that may be written. What a link leads to is judged.

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
    SHOW(unix_bind(fd, "/write/in/link/sock"));
    SHOW(unix_bind(fd, "/write/in/sock"));
    int second = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), third = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_bind(second, "/write/in/second"));
    SHOW(unix_bind(third, "@mine-too"));
    SHOW(listen(fd, 1));
    SHOW(listen(second, 1));
    int client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_connect(client, "/write/in/second"));
    SHOW(unix_connect(client, "@mine-too"));
    SHOW(unix_connect(client, "/write/in/sock"));
    print_local("bound", fd);
    return t_status;
}
