// SPDX-License-Identifier: Apache-2.0
// netwasi: --max-processes 1 --dir @SCRATCH@::/
// setup: mkdir folder

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>

// daemon where there may be one process: the same goes on, in the root directory, with nothing on its standard streams.

int main(void) {
    char path[64], byte;
    struct stat status;
    int saved = REQUIRE(dup(1));
    pid_t self = getpid();
    SHOW(chdir("folder"));
    SHOW(daemon(1, 1));
    printf("%s %d\n", getcwd(path, sizeof path), getpid() == self);
    fflush(stdout);
    int result = daemon(0, 0);
    int length = write(1, "lost", 4), end = read(0, &byte, 1), kind = fstat(2, &status) == 0 && S_ISCHR(status.st_mode);
    REQUIRE(dup2(saved, 1));
    printf("%d: wrote %d, read %d, device %d, %s %d\n", result, length, end, kind, getcwd(path, sizeof path), getpid() == self);
    SHOW(close(saved));
    // No descriptor was left open.
    EXPECT_EQ(dup(1), saved);
    return t_status;
}
