// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/stat.h>

// The functions that start from a directory's descriptor.

int main(void) {
    char got[16] = "";
    struct stat s;
    SHOW(mkdirat(AT_FDCWD, "d", 0755));
    int dir = REQUIRE(open("d", O_RDONLY | O_DIRECTORY));
    int fd = SHOW_OK(openat(dir, "file", O_RDWR | O_CREAT, 0644));
    SHOW(write(fd, "abc", 3));
    SHOW(mkdirat(dir, "sub", 0755));
    SHOW(symlinkat("file", dir, "link"));
    SHOW(readlinkat(dir, "link", got, sizeof got));
    SHOW(fstatat(dir, "link", &s, 0));
    SHOW(S_ISREG(s.st_mode));
    SHOW(fstatat(dir, "link", &s, AT_SYMLINK_NOFOLLOW));
    SHOW(S_ISLNK(s.st_mode) != 0);
    SHOW(renameat(dir, "file", dir, "sub/moved"));
    SHOW(linkat(dir, "sub/moved", AT_FDCWD, "outside", 0));
    SHOW(faccessat(dir, "sub/moved", R_OK, 0));
    SHOW(unlinkat(dir, "sub", 0));
    SHOW(unlinkat(dir, "sub/moved", 0));
    SHOW(unlinkat(dir, "sub", AT_REMOVEDIR));
    SHOW(openat(fd, "x", O_RDONLY));
    SHOW(openat(-1, "x", O_RDONLY));
    return t_status;
}
