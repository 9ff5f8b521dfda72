// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/uio.h>

// Advice about, and room in, what is no file or was not opened for writing; sizes of what is no pipe.

static void advise(int fd, long long size, int advice) {
    printf("advice %d, size %lld: %s\n", advice, size, errname(posix_fadvise(fd, 0, size, advice)));
}

static void make_room(int fd, long long from, long long size) {
    printf("room from %lld, size %lld: %s\n", from, size, errname(posix_fallocate(fd, from, size)));
    SHOW(fallocate(fd, 0, from, size));
}

static void try_all(const char *what, int fd) {
    struct iovec none = {"", 0}, some = {"text", 4};
    printf("%s\n", what);
    advise(fd, 10, POSIX_FADV_WILLNEED);
    advise(fd, -1, POSIX_FADV_NORMAL);
    advise(fd, 0, 77);
    make_room(fd, 0, 100);
    make_room(fd, -1, 100);
    make_room(fd, 0, 0);
    SHOW(fcntl(fd, F_SETPIPE_SZ, -1));
    SHOW(vmsplice(fd, &none, 1, SPLICE_F_NONBLOCK));
    if (fd >= 0 && fcntl(fd, F_GETPIPE_SZ) == -1) SHOW(vmsplice(fd, &some, 1, SPLICE_F_NONBLOCK));
}

int main(void) {
    int ends[2], pair[2];
    REQUIRE(pipe2(ends, O_NONBLOCK));
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    try_all("a reader", ends[0]);
    try_all("a writer", ends[1]);
    try_all("a socket", pair[0]);
    try_all("a directory", REQUIRE(open(".", O_RDONLY | O_DIRECTORY)));
    try_all("a file", REQUIRE(open("file", O_RDWR | O_CREAT, 0600)));
    try_all("a file that is read", REQUIRE(open("file", O_RDONLY)));
    try_all("a file that is written", REQUIRE(open("file", O_WRONLY)));
    try_all("none", -1);
    return t_status;
}
