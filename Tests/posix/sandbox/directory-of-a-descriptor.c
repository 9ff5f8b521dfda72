// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@/in::/a/b --dir @SCRATCH@/in/two::/two:ro
// setup: mkdir -p in/folder/below in/two/inside out; mkdir in/gone

#define _GNU_SOURCE
#include "../test.h"
#include <sys/statvfs.h>

// The working directory is a path: fchdir goes where the directories that were given lead to what a descriptor is of, and
// nowhere else.

static void go(int fd) {
    char path[64];
    SHOW(fchdir(fd));
    printf("%s\n", getcwd(path, sizeof path));
}

int main(void) {
    int folder = REQUIRE(open("/a/b/folder", O_RDONLY | O_DIRECTORY));
    int below = REQUIRE(openat(folder, "below", O_RDONLY | O_DIRECTORY));
    int two = REQUIRE(open("/two/inside", O_RDONLY | O_DIRECTORY));
    int all = REQUIRE(open("/two", O_RDONLY | O_DIRECTORY));
    int gone = REQUIRE(open("/a/b/gone", O_RDONLY | O_DIRECTORY));
    go(folder);
    go(below);
    SHOW(access("../below", F_OK));
    SHOW(access("../../..", F_OK));
    go(two);
    go(all);
    go(3);
    REQUIRE(rmdir("/a/b/gone"));
    go(gone);
    go(99);
    struct statvfs status;
    SHOW(fstatvfs(folder, &status));
    printf("read only: %d\n", (status.f_flag & ST_RDONLY) != 0);
    SHOW(fstatvfs(two, &status));
    printf("read only: %d\n", (status.f_flag & ST_RDONLY) != 0);
    SHOW(statvfs("/two/inside", &status));
    printf("read only: %d\n", (status.f_flag & ST_RDONLY) != 0);
    SHOW(statvfs("/a/b/../../out", &status));
    SHOW(statvfs("/a/b/folder/../../../out", &status));
    return t_status;
}
