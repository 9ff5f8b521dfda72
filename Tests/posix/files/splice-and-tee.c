// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/uio.h>

// splice, tee, vmsplice and copy_file_range.

static void show_read(int fd) {
    char text[64] = "";
    ssize_t size = read(fd, text, sizeof text - 1);
    printf("read %d: %s\n", (int)size, size < 0 ? errname(errno) : text);
}

int main(void) {
    int ends[2], others[2], pair[2], file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    off_t offset = 2, to = 20;
    REQUIRE(pipe2(ends, O_NONBLOCK));
    REQUIRE(pipe2(others, O_NONBLOCK));
    connected_pair(AF_INET, pair);
    write_all(file, "0123456789", 10);
    SHOW(splice(file, &offset, ends[1], NULL, 5, 0));
    printf("offset %d\n", (int)offset);
    SHOW(tee(ends[0], others[1], 3, 0));
    SHOW(splice(ends[0], NULL, pair[0], NULL, 100, SPLICE_F_MOVE));
    show_read(pair[1]);
    show_read(others[0]);
    SHOW(splice(ends[0], NULL, pair[0], NULL, 100, 0));
    write_all(pair[1], "from a socket", 13);
    SHOW(splice(pair[0], NULL, ends[1], NULL, 6, SPLICE_F_MORE));
    SHOW(splice(ends[0], NULL, file, &to, 6, 0));
    printf("offset %d, size %d\n", (int)to, (int)lseek(file, 0, SEEK_END));
    SHOW(splice(pair[0], NULL, ends[1], NULL, 100, 0));
    SHOW(splice(ends[0], NULL, others[1], NULL, 100, 0));
    show_read(others[0]);
    struct iovec parts[2] = {{"two ", 4}, {"parts", 5}};
    SHOW(vmsplice(ends[1], parts, 2, 0));
    show_read(ends[0]);
    write_all(ends[1], "out again", 9);
    char out[20] = "";
    struct iovec room = {out, sizeof out};
    SHOW(vmsplice(ends[0], &room, 1, 0));
    puts(out);

    puts("copy_file_range");
    int copy = REQUIRE(open("copy", O_RDWR | O_CREAT, 0600));
    REQUIRE(lseek(file, 4, SEEK_SET));
    SHOW(copy_file_range(file, NULL, copy, NULL, 3, 0));
    offset = 20;
    to = 5;
    SHOW(copy_file_range(file, &offset, copy, &to, 100, 0));
    printf("offsets %d %d, positions %d %d\n", (int)offset, (int)to, (int)lseek(file, 0, SEEK_CUR),
           (int)lseek(copy, 0, SEEK_CUR));
    SHOW(lseek(copy, 0, SEEK_END));
    SHOW(copy_file_range(file, &offset, copy, &to, 100, 0));
    SHOW(copy_file_range(file, NULL, copy, NULL, 1, 1));
    SHOW(copy_file_range(file, NULL, ends[1], NULL, 1, 0));
    SHOW(copy_file_range(copy, NULL, REQUIRE(open("copy", O_RDONLY)), NULL, 1, 0));
    offset = 0;
    to = 1;
    SHOW(copy_file_range(file, &offset, file, &to, 5, 0));

    puts("errors");
    SHOW(splice(file, NULL, copy, NULL, 1, 0));
    offset = 0;
    SHOW(splice(ends[0], &offset, file, NULL, 1, 0));
    SHOW(splice(file, NULL, ends[1], &offset, 1, 0));
    offset = -5;
    SHOW(splice(file, &offset, ends[1], NULL, 1, 0));
    SHOW(splice(ends[0], NULL, 99, NULL, 1, 0));
    SHOW(splice(ends[1], NULL, file, NULL, 1, 0));
    SHOW(splice(ends[0], NULL, file, NULL, 1, 64));
    int directory = REQUIRE(open(".", O_RDONLY));
    SHOW(splice(directory, NULL, ends[1], NULL, 1, 0));
    SHOW(copy_file_range(directory, NULL, copy, NULL, 1, 0));
    SHOW(tee(file, ends[1], 1, 0));
    SHOW(tee(ends[0], ends[1], 1, 0));
    SHOW(vmsplice(file, parts, 1, 0));
    return t_status;
}
