// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A descriptor opened for one direction refuses the other; a directory is not read as a file.

int main(void) {
    char got[8];
    int out = REQUIRE(open("file", O_WRONLY | O_CREAT, 0644)), in = REQUIRE(open("file", O_RDONLY));
    int both = REQUIRE(open("file", O_RDWR)), directory = REQUIRE(open(".", O_RDONLY));
    SHOW(read(out, got, 1));
    SHOW(pread(out, got, 1, 0));
    SHOW(write(in, "x", 1));
    SHOW(pwrite(in, "x", 1, 0));
    SHOW(ftruncate(in, 0));
    SHOW(write(both, "abc", 3));
    SHOW(read(in, got, 8));
    SHOW(read(directory, got, 1));
    SHOW(write(directory, "x", 1));
    return t_status;
}
