// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/stat.h>

// Removing names: an open file stays readable, directories must be empty, kinds must match.

int main(void) {
    char got[8] = "";
    int fd = REQUIRE(open("file", O_RDWR | O_CREAT, 0644));
    REQUIRE(write(fd, "still", 5));
    SHOW(unlink("file"));
    SHOW(unlink("file"));
    SHOW(open("file", O_RDONLY));
    SHOW(pread(fd, got, sizeof got, 0));
    struct stat s;
    REQUIRE(fstat(fd, &s));
    SHOW(s.st_nlink);
    SHOW(mkdir("dir", 0755));
    SHOW(mkdir("dir", 0755));
    SHOW(mkdir("none/dir", 0755));
    REQUIRE(close(REQUIRE(open("dir/file", O_WRONLY | O_CREAT, 0644))));
    SHOW(rmdir("dir"));
    SHOW(rmdir("dir/file"));
    SHOW(unlink("dir"));
    SHOW(unlink("dir/file"));
    SHOW(rmdir("dir"));
    SHOW(rmdir("dir"));
    REQUIRE(symlink("nowhere", "link"));
    SHOW(unlink("link"));
    REQUIRE(mkdir("dir", 0755));
    SHOW(remove("dir"));
    REQUIRE(close(REQUIRE(open("file", O_WRONLY | O_CREAT, 0644))));
    SHOW(remove("file"));
    SHOW(remove("file"));
    return t_status;
}
