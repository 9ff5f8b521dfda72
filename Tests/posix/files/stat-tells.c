// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/stat.h>

// stat, lstat and fstat: kinds, sizes, links, identity, and errors.

static void tell(const char *path) {
    struct stat s, l;
    if (stat(path, &s) < 0)
        printf("%s: %s", path, errname(errno));
    else
        printf("%s: %s, %lld bytes, %d links", path, S_ISREG(s.st_mode) ? "file" : S_ISDIR(s.st_mode) ? "directory" : "other",
               S_ISREG(s.st_mode) ? (long long)s.st_size : 0, S_ISREG(s.st_mode) ? (int)s.st_nlink : 0);
    printf(", link %d\n", lstat(path, &l) == 0 && S_ISLNK(l.st_mode));
}

int main(void) {
    int fd = REQUIRE(open("file", O_WRONLY | O_CREAT, 0644));
    REQUIRE(write(fd, "12345", 5));
    REQUIRE(mkdir("dir", 0755));
    REQUIRE(symlink("file", "soft"));
    REQUIRE(symlink("nowhere", "dangling"));
    REQUIRE(link("file", "hard"));
    const char *paths[] = {"file", "dir", "soft", "dangling", "hard", ".", "none", "file/x", "dir/", "file/", "dir/../file", ""};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) tell(paths[i]);
    struct stat a, b, c;
    REQUIRE(stat("file", &a));
    REQUIRE(stat("hard", &b));
    REQUIRE(fstat(fd, &c));
    EXPECT(a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_ino == c.st_ino);
    EXPECT(a.st_mtime > 1600000000 && a.st_mtime <= time(NULL) + 1);
    return t_status;
}
