// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/stat.h>

// ftruncate shortens and lengthens, futimens sets times, access and fsync answer.

int main(void) {
    int fd = REQUIRE(open("file", O_RDWR | O_CREAT | O_TRUNC, 0644));
    char got[16];
    struct stat s;
    SHOW(write(fd, "abcdefgh", 8));
    SHOW(ftruncate(fd, 3));
    SHOW(ftruncate(fd, 6));
    SHOW(pread(fd, got, sizeof got, 0));
    for (int i = 0; i < 6; i++) printf("%d ", got[i]);
    printf("\n");
    SHOW(ftruncate(fd, -1));
    SHOW(truncate("file", 1));
    REQUIRE(fstat(fd, &s));
    SHOW(s.st_size);
    struct timespec times[2] = {{1000000000, 5}, {1234567890, 500000000}};
    SHOW(futimens(fd, times));
    REQUIRE(fstat(fd, &s));
    printf("%lld.%09ld %lld.%09ld\n", (long long)s.st_atim.tv_sec, (long)s.st_atim.tv_nsec, (long long)s.st_mtim.tv_sec,
           (long)s.st_mtim.tv_nsec);
    times[0].tv_nsec = UTIME_OMIT;
    times[1].tv_nsec = UTIME_NOW;
    SHOW(utimensat(AT_FDCWD, "file", times, 0));
    REQUIRE(stat("file", &s));
    EXPECT(s.st_atim.tv_sec == 1000000000 && s.st_mtim.tv_sec > 1600000000);
    SHOW(access("file", F_OK));
    SHOW(access("file", R_OK | W_OK));
    SHOW(access("none", F_OK));
    SHOW(fsync(fd));
    SHOW(fdatasync(fd));
    return t_status;
}
