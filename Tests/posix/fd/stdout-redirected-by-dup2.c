// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// The shell's way: save standard output, put a file there, write through stdio, and put it back.

int main(void) {
    printf("before\n");
    fflush(stdout);
    int saved = REQUIRE(dup(1)), fd = REQUIRE(open("out", O_RDWR | O_CREAT | O_TRUNC, 0644));
    REQUIRE(dup2(fd, 1));
    printf("into the file\n");
    fflush(stdout);
    REQUIRE(dup2(saved, 1));
    REQUIRE(close(saved));
    printf("after\n");
    char got[32] = "";
    SHOW(lseek(fd, 0, SEEK_CUR));
    SHOW(pread(fd, got, sizeof got, 0));
    printf("%s", got);
    return t_status;
}
