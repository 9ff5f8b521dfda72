// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/stat.h>

// Relative paths with dots inside the tree, and chdir with getcwd.

int main(void) {
    char before[4096], after[4096];
    REQUIRE(mkdir("a", 0755));
    REQUIRE(mkdir("a/b", 0755));
    int fd = REQUIRE(open("a/b/../b/./file", O_WRONLY | O_CREAT, 0644));
    REQUIRE(write(fd, "x", 1));
    SHOW_OK(open("a/b/../../a/b/file", O_RDONLY));
    SHOW_OK(open("./a//b/file", O_RDONLY));
    SHOW(getcwd(before, sizeof before) ? 0 : -1);
    SHOW(chdir("a/b"));
    SHOW_OK(open("file", O_RDONLY));
    SHOW_OK(open("../b/file", O_RDONLY));
    SHOW(getcwd(after, sizeof after) ? 0 : -1);
    size_t length = strlen(before);
    if (length == 1) length = 0;
    EXPECT(strncmp(before, after, length) == 0);
    printf("below the start: %s\n", after + length);
    SHOW(chdir("none"));
    SHOW(chdir("file"));
    SHOW(getcwd(after, 2) ? 0 : -1);
    SHOW(chdir(before));
    SHOW_OK(open("a/b/file", O_RDONLY));
    return t_status;
}
