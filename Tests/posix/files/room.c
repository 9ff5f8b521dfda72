// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>

// fallocate and its kin.

static int file;

static void show_size(void) {
    struct stat status;
    REQUIRE(fstat(file, &status));
    printf("size %d\n", (int)status.st_size);
}

int main(void) {
    int ends[2];
    char byte = 'x';
    file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    REQUIRE(pipe(ends));
    SHOW(fallocate(file, 0, 0, 10000));
    show_size();
    SHOW(fallocate(file, FALLOC_FL_KEEP_SIZE, 0, 20000));
    show_size();
    write_all(file, "0123456789", 10);
    SHOW(fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 2, 3));
    SHOW(pread(file, &byte, 1, 3));
    printf("byte %d\n", byte);
    SHOW(fallocate(file, FALLOC_FL_PUNCH_HOLE, 2, 3));
    SHOW(fallocate(file, 0, -1, 3));
    SHOW(fallocate(file, 0, 0, 0));
    SHOW(fallocate(ends[1], 0, 0, 10));
    SHOW(fallocate(REQUIRE(open("file", O_RDONLY)), 0, 0, 10));
    SHOW(fallocate(99, 0, 0, 10));
    SHOW(posix_fallocate(file, 0, 30000));
    show_size();
    printf("posix_fallocate: %s\n", errname(posix_fallocate(ends[1], 0, 10)));
    printf("posix_fallocate: %s\n", errname(posix_fallocate(file, 0, 0)));
    printf("posix_fadvise: %s\n", errname(posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL)));
    printf("posix_fadvise: %s\n", errname(posix_fadvise(ends[0], 0, 0, POSIX_FADV_SEQUENTIAL)));
    printf("posix_fadvise: %s\n", errname(posix_fadvise(file, 0, 0, 77)));
    SHOW(readahead(file, 0, 100));
    SHOW(readahead(ends[0], 0, 100));
    SHOW(readahead(99, 0, 100));
    SHOW(sync_file_range(file, 0, 100, SYNC_FILE_RANGE_WRITE));
    SHOW(sync_file_range(file, 0, 100, 8));
    SHOW(sync_file_range(file, -1, 100, 0));
    SHOW(sync_file_range(ends[0], 0, 100, 0));
    SHOW(fdatasync(file));
    SHOW(fsync(file));
    SHOW(fsync(ends[0]));
    SHOW(fdatasync(99));
    SHOW(ftruncate(file, -1));
    SHOW(ftruncate(ends[1], 1));
    SHOW(ftruncate(file, 5));
    show_size();
    return t_status;
}
