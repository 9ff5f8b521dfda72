// SPDX-License-Identifier: Apache-2.0
// setup: touch f && ln -s f link && mkdir d

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>
#include <sys/time.h>
#include <utime.h>

// Times of files set in every way there is, of links too.

static void show_times(const char *path) {
    struct stat status;
    REQUIRE(lstat(path, &status));
    printf("  %s: %lld.%09ld %lld.%09ld\n", path, (long long)status.st_atim.tv_sec, (long)status.st_atim.tv_nsec,
           (long long)status.st_mtim.tv_sec, (long)status.st_mtim.tv_nsec);
}

int main(void) {
    struct timeval times[2] = {{1000000000, 123456}, {1100000000, 654321}};
    struct timespec fine[2] = {{1200000000, 123456789}, {1300000000, 987654321}};
    SHOW(utimes("f", times));
    show_times("f");
    SHOW(utime("f", &(struct utimbuf){1400000000, 1500000000}));
    show_times("f");
    SHOW(utimensat(AT_FDCWD, "f", fine, 0));
    show_times("f");
    int fd = REQUIRE(open("f", O_RDWR));
    SHOW(futimens(fd, (struct timespec[2]){{.tv_nsec = UTIME_OMIT}, {1, 2}}));
    show_times("f");
    SHOW(futimes(fd, times));
    show_times("f");
    SHOW(lutimes("link", times));
    show_times("link");
    SHOW(utimensat(AT_FDCWD, "link", fine, AT_SYMLINK_NOFOLLOW));
    show_times("link");
    show_times("f");
    SHOW(utimes("link", (struct timeval[2]){{5, 0}, {6, 0}}));
    show_times("f");
    SHOW(utimes("d", times));
    show_times("d");
    SHOW(utimes("none", times));
    SHOW(utimes("f", (struct timeval[2]){{0, 1000000}, {0, 0}}));
    SHOW(utimes("f", (struct timeval[2]){{0, -1}, {0, 0}}));
    SHOW(utimensat(AT_FDCWD, "f", (struct timespec[2]){{0, 1000000000}, {0, 0}}, 0));
    SHOW(futimens(-1, fine));
    struct timespec before, after;
    clock_gettime(CLOCK_REALTIME, &before);
    SHOW(utimes("f", NULL));
    clock_gettime(CLOCK_REALTIME, &after);
    struct stat status;
    REQUIRE(stat("f", &status));
    EXPECT(status.st_mtim.tv_sec >= before.tv_sec - 1 && status.st_mtim.tv_sec <= after.tv_sec);
    SHOW(utimensat(AT_FDCWD, "f", (struct timespec[2]){{.tv_nsec = UTIME_OMIT}, {.tv_nsec = UTIME_NOW}}, 0));
    return t_status;
}
