// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/stat.h>

// Links are made, read, followed, cut to the buffer, refused with O_NOFOLLOW, and loops are found.

int main(void) {
    char got[16];
    int fd = REQUIRE(open("file", O_WRONLY | O_CREAT, 0644));
    REQUIRE(write(fd, "data", 4));
    REQUIRE(mkdir("dir", 0755));
    SHOW(symlink("file", "link"));
    SHOW(symlink("file", "link"));
    SHOW(symlink("../file", "dir/up"));
    SHOW(symlink("dir", "to-dir"));
    SHOW(readlink("link", got, sizeof got));
    memset(got, 'x', sizeof got);
    SHOW(readlink("dir/up", got, 3));
    printf("%.4s\n", got);
    SHOW(readlink("file", got, sizeof got));
    SHOW(readlink("none", got, sizeof got));
    SHOW_OK(open("link", O_RDONLY));
    SHOW_OK(open("dir/up", O_RDONLY));
    SHOW_OK(open("to-dir/up", O_RDONLY));
    SHOW(open("link", O_RDONLY | O_NOFOLLOW));
    SHOW(symlink("loop-b", "loop-a"));
    SHOW(symlink("loop-a", "loop-b"));
    SHOW(open("loop-a", O_RDONLY));
    SHOW(symlink("later", "early"));
    SHOW_OK(open("early", O_WRONLY | O_CREAT, 0644));
    SHOW_OK(open("later", O_RDONLY));
    return t_status;
}
