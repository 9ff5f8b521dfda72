// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/ioctl.h>

// Data in order, FIONREAD, the end of file when the last writer is gone, and each end does one thing only.

int main(void) {
    int ends[2], n = -1;
    char got[16] = "";
    SHOW(pipe(ends));
    SHOW(write(ends[1], "hello ", 6));
    SHOW(write(ends[1], "pipe", 4));
    SHOW(ioctl(ends[0], FIONREAD, &n));
    SHOW(n);
    SHOW(read(ends[0], got, 3));
    SHOW(read(ends[0], got + 3, sizeof got - 3));
    printf("%s\n", got);
    SHOW(read(ends[1], got, 1));
    SHOW(write(ends[0], "x", 1));
    SHOW(lseek(ends[0], 0, SEEK_SET));
    int copy = REQUIRE(dup(ends[1]));
    REQUIRE(close(ends[1]));
    set_nonblocking(ends[0], 1);
    SHOW(read(ends[0], got, sizeof got));
    REQUIRE(close(copy));
    SHOW(read(ends[0], got, sizeof got));
    return t_status;
}
