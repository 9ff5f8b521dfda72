// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// What bind says of names that it cannot take, and that the socket is as it was then.

#include <sys/stat.h>

int main(void) {
    int fd = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    struct endpoint v4 = loopback(AF_INET, 0);
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    REQUIRE(mkdir("dir", 0755));
    close(REQUIRE(open("file", O_CREAT | O_WRONLY, 0644)));
    SHOW(unix_bind(fd, "file"));
    SHOW(unix_bind(fd, "dir"));
    SHOW(unix_bind(fd, "none/sock"));
    SHOW(unix_bind(fd, "file/sock"));
    SHOW(unix_bind(fd, "sock/"));
    SHOW(unix_bind(fd, "."));
    SHOW(symlink("nowhere", "link"));
    SHOW(unix_bind(fd, "link"));
    SHOW(bind(fd, &v4.any, v4.len));
    SHOW(bind(fd, (struct sockaddr *)&at, 1));
    SHOW(bind(fd, (struct sockaddr *)&at, sizeof at + 1));
    SHOW(bind(fd, NULL, sizeof at));
    SHOW(listen(fd, 1));
    SHOW(unix_bind(fd, "dir/sock"));
    SHOW(unix_bind(fd, "dir/other"));
    SHOW(unlink("dir/other"));
    print_local("bound", fd);
    int second = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_bind(second, "dir/sock"));
    SHOW(unlink("dir/sock"));
    SHOW(unix_bind(second, "./dir/../dir/sock"));
    print_local("second", second);
    print_local("first", fd);
    int inet = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(unix_bind(inet, "elsewhere-and-longer"));
    SHOW(unix_connect(inet, "./dir/../dir/sock"));
    return t_status;
}
