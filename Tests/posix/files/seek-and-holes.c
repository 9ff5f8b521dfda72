// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// lseek from three origins, past the end, before the start; what was skipped reads as zeros.

int main(void) {
    int fd = REQUIRE(open("file", O_RDWR | O_CREAT | O_TRUNC, 0644));
    char got[16];
    SHOW(write(fd, "abcdef", 6));
    SHOW(lseek(fd, -2, SEEK_END));
    SHOW(lseek(fd, -2, SEEK_CUR));
    SHOW(read(fd, got, 1));
    printf("%c\n", got[0]);
    SHOW(lseek(fd, -1, SEEK_SET));
    SHOW(lseek(fd, -100, SEEK_CUR));
    SHOW(lseek(fd, 0, 77));
    SHOW(lseek(fd, 10, SEEK_SET));
    SHOW(read(fd, got, 1));
    SHOW(write(fd, "z", 1));
    SHOW(pread(fd, got, sizeof got, 4));
    for (int i = 0; i < 7; i++) printf("%d ", got[i]);
    printf("\n");
    SHOW(lseek(fd, 5000000000, SEEK_SET));
    SHOW(lseek(fd, 0, SEEK_CUR));
    SHOW(read(fd, got, 1));
    return t_status;
}
