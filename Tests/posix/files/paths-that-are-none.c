// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <dirent.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <utime.h>

// The empty path names nothing, not the working directory; a bad address is EFAULT; flags that a call does not have are
// EINVAL. And links of names in the working directory, by way of linkat.

static int opened(const char *path) {
    DIR *directory = opendir(path);
    return directory == NULL ? -1 : closedir(directory);
}

static void one_path(const char *path) {
    char text[8];
    struct stat status;
    SHOW(access(path, F_OK));
    SHOW(faccessat(AT_FDCWD, path, F_OK, 0));
    SHOW(stat(path, &status));
    SHOW(lstat(path, &status));
    SHOW(open(path, O_RDONLY));
    SHOW(unlink(path));
    SHOW(unlinkat(AT_FDCWD, path, 0));
    SHOW(rmdir(path));
    SHOW(remove(path));
    SHOW(mkdir(path, 0755));
    SHOW(mkdirat(AT_FDCWD, path, 0755));
    SHOW(rename(path, "new"));
    SHOW(rename("file", path));
    SHOW(renameat(AT_FDCWD, path, AT_FDCWD, "new"));
    SHOW(link(path, "new"));
    SHOW(link("file", path));
    SHOW(linkat(AT_FDCWD, path, AT_FDCWD, "new", 0));
    SHOW(symlink(path, "new"));
    SHOW(symlink("file", path));
    SHOW(symlinkat("file", AT_FDCWD, path));
    SHOW(readlink(path, text, sizeof text));
    SHOW(readlinkat(AT_FDCWD, path, text, sizeof text));
    SHOW(chdir(path));
    SHOW(truncate(path, 0));
    SHOW(utimes(path, NULL));
    SHOW(utime(path, NULL));
}

static void flags_and_rooms(int directory, void *bad) {
    char text[8];
    struct stat status;
    SHOW(unlinkat(directory, "file", 0x40000));
    SHOW(linkat(directory, "file", directory, "new", 0x40000));
    SHOW(fstatat(directory, "file", &status, 0x40000));
    SHOW(utimensat(directory, "file", NULL, 0x40000));
    SHOW(stat("file", bad));
    SHOW(fstat(directory, bad));
    SHOW(fstat(-1, bad));
    SHOW(readlink("symbolic", bad, 8));
    SHOW(readlink("symbolic", text, 0));
    SHOW(readlink("file", text, 8));
    SHOW(futimens(directory, bad));
    SHOW(utimensat(directory, "file", bad, 0));
    struct timespec times[2] = {{0, UTIME_OMIT}, {0, UTIME_OMIT}};
    SHOW(utimensat(directory, "missing", times, 0));
    times[1].tv_nsec = 1000000000;
    SHOW(utimensat(directory, "file", times, 0));
    struct timeval whole[2] = {{1000, 0}, {2000, 1000000}};
    SHOW(utimes("file", whole));
    whole[1].tv_usec = 999999;
    SHOW(utimes("file", whole));
    REQUIRE(stat("file", &status));
    printf("%lld %lld %ld\n", (long long)status.st_atime, (long long)status.st_mtime, status.st_mtim.tv_nsec);
}

static void links(int directory) {
    struct stat status;
    SHOW(linkat(AT_FDCWD, "file", AT_FDCWD, "second", 0));
    SHOW(linkat(AT_FDCWD, "symbolic", AT_FDCWD, "followed", AT_SYMLINK_FOLLOW));
    SHOW(linkat(AT_FDCWD, "symbolic", AT_FDCWD, "not-followed", 0));
    SHOW(linkat(directory, "file", AT_FDCWD, "third", 0));
    SHOW(linkat(AT_FDCWD, "second", directory, "fourth", 0));
    SHOW(linkat(AT_FDCWD, "missing", directory, "fifth", 0));
    SHOW(linkat(AT_FDCWD, "file", AT_FDCWD, "second", 0));
    SHOW(linkat(AT_FDCWD, "directory", AT_FDCWD, "sixth", 0));
    SHOW(linkat(-1, "file", AT_FDCWD, "seventh", 0));
    REQUIRE(lstat("followed", &status));
    printf("%d %d\n", S_ISREG(status.st_mode), (int)status.st_nlink);
    REQUIRE(lstat("not-followed", &status));
    printf("%d\n", S_ISLNK(status.st_mode));
}

int main(void) {
    REQUIRE(open("file", O_RDWR | O_CREAT, 0644));
    REQUIRE(symlink("file", "symbolic"));
    REQUIRE(mkdir("directory", 0755));
    int directory = REQUIRE(open(".", O_RDONLY | O_DIRECTORY));
    char *volatile empty = "", *volatile null = NULL, *volatile bad = (char *)(uintptr_t)0xffff0000u;
    one_path(empty);
    SHOW(opened(empty));
    one_path(null);
    one_path(bad);
    flags_and_rooms(directory, bad);
    links(directory);
    return t_status;
}
