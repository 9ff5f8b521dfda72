// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/eventfd.h>
#include <sys/uio.h>

// preadv, pwritev and their second forms, on what has offsets and on what has none.

int main(void) {
    int file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600)), ends[2], pair[2], counter = REQUIRE(eventfd(1, 0));
    volatile int negative = -1, many = 1025;
    char one[8] = "", two[8] = "";
    struct iovec in[2] = {{one, 3}, {two, 4}}, out[2] = {{"abc", 3}, {"defg", 4}};
    REQUIRE(pipe(ends));
    connected_pair(AF_INET, pair);
    SHOW(pwritev(file, out, 2, 5));
    SHOW(preadv(file, in, 2, 5));
    printf("%s %s, position %d\n", one, two, (int)lseek(file, 0, SEEK_CUR));
    SHOW(pwritev2(file, out, 2, -1, 0));
    SHOW(preadv2(file, in, 2, -1, 0));
    printf("%s %s, position %d\n", one, two, (int)lseek(file, 0, SEEK_CUR));
    SHOW(pwritev2(file, out, 1, 0, RWF_APPEND));
    SHOW(lseek(file, 0, SEEK_END));
    SHOW(pwritev2(file, out, 1, 0, RWF_SYNC | RWF_DSYNC));
    SHOW(preadv2(file, in, 2, 0, RWF_HIPRI));
    SHOW(preadv2(file, in, 2, 0, 0x4000000));
    SHOW(preadv2(file, in, 2, -2, 0));
    SHOW(preadv(file, in, 2, -1));
    SHOW(pwritev(file, out, 2, -1));
    SHOW(preadv(file, in, 2, 100));
    SHOW(preadv(file, in, 0, 0));
    SHOW(preadv(file, in, negative, 0));
    SHOW(preadv(file, in, many, 0));
    SHOW(preadv(99, in, 1, 0));
    SHOW(preadv(99, in, many, 0));

    puts("without offsets");
    SHOW(preadv(ends[0], in, 1, 0));
    SHOW(pwritev(ends[1], out, 1, 0));
    SHOW(pread(ends[0], one, 1, 0));
    SHOW(pwrite(ends[1], one, 1, 0));
    SHOW(preadv(pair[0], in, 1, 0));
    SHOW(pwritev(pair[0], out, 1, 0));
    SHOW(pread(pair[0], one, 1, 0));
    SHOW(pwrite(pair[0], one, 1, 0));
    SHOW(pread(counter, one, 8, 0));
    SHOW(preadv(counter, in, 1, 0));
    SHOW(lseek(pair[0], 0, SEEK_SET));
    SHOW(lseek(ends[0], 0, SEEK_SET));
    SHOW(pwritev2(ends[1], out, 2, -1, 0));
    SHOW(preadv2(ends[0], in, 2, -1, 0));
    SHOW(preadv2(ends[0], in, 2, -1, RWF_NOWAIT));
    SHOW(pwritev2(pair[1], out, 2, -1, 0));
    SHOW(preadv2(pair[0], in, 2, -1, 0));
    int directory = REQUIRE(open(".", O_RDONLY));
    SHOW(pread(directory, one, 1, 0));
    SHOW(preadv(directory, in, 1, 0));
    SHOW(read(directory, one, 1));
    SHOW(pwrite(REQUIRE(open("file", O_RDONLY)), one, 1, 0));
    SHOW(pread(REQUIRE(open("file", O_WRONLY)), one, 1, 0));
    SHOW(pread(ends[1], one, 1, 0));
    return t_status;
}
