// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: mkdir folder

#define _GNU_SOURCE
#include "../test.h"

// The working directory is a path, which descriptors have none of: fchdir is refused, and nothing changes.

int main(void) {
    char path[64];
    int fd = REQUIRE(open("folder", O_RDONLY | O_DIRECTORY));
    SHOW(fchdir(fd));
    SHOW(fchdir(99));
    printf("%s\n", getcwd(path, sizeof path));
    return t_status;
}
