// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/inotify.h>
#include <sys/resource.h>

// dup3's flag and its errors; inotify_init.

int main(void) {
    int ends[2], copy;
    REQUIRE(pipe(ends));
    SHOW(dup3(ends[1], 20, O_CLOEXEC));
    SHOW(fcntl(20, F_GETFD));
    SHOW(dup3(ends[1], 20, 0));
    SHOW(fcntl(20, F_GETFD));
    SHOW(write(20, "x", 1));
    EXPECT_EQ(dup3(ends[0], ends[0], 0), -1);
    printf("%s\n", errname(errno));
    SHOW(dup3(99, 98, 0));
    SHOW(dup3(99, 99, 0));
    SHOW(dup3(-1, 20, 0));
    EXPECT_EQ(dup3(ends[0], -1, 0), -1);
    printf("%s\n", errname(errno));
    EXPECT_EQ(dup3(ends[0], 20, O_NONBLOCK), -1);
    printf("%s\n", errname(errno));
    struct rlimit limit;
    REQUIRE(getrlimit(RLIMIT_NOFILE, &limit));
    EXPECT_EQ(dup3(ends[0], (int)limit.rlim_cur, 0), -1);
    printf("%s\n", errname(errno));
    // What was there before is closed: the last writer is gone.
    SHOW(close(ends[1]));
    char byte;
    EXPECT_EQ(dup3(ends[0], 20, 0), 20);
    SHOW(read(20, &byte, 1));
    SHOW(read(20, &byte, 1));
    SHOW_OK(copy = inotify_init());
    SHOW(fcntl(copy, F_GETFD));
    SHOW(fcntl(copy, F_GETFL) & O_NONBLOCK);
    SHOW(close(copy));
#ifdef __GLIBC__
#define posix_close(fd, flags) close(fd)
#endif
    SHOW(posix_close(20, 0));
    SHOW(posix_close(20, 0));
    return t_status;
}
