// SPDX-License-Identifier: Apache-2.0
// setup: umask 022; : > f; mkdir d; : > d/inside; ln -s nowhere d/broken; ln -s f link; ln -s nowhere broken

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>

// Modes and owners as far as saying what is so already goes, and the errors.

int main(void) {
    int fd = REQUIRE(open("f", O_RDWR)), folder = REQUIRE(open("d", O_RDONLY | O_DIRECTORY));
    struct stat status;
    SHOW(umask(022));
    SHOW(umask(077));
    SHOW(umask(01777));
    SHOW(umask(022));
    REQUIRE(stat("f", &status));
    printf("%o\n", status.st_mode);
    SHOW(chmod("f", 0644));
    SHOW(chmod("link", 0644));
    SHOW(chmod("d", 0755));
    SHOW(chmod("nowhere", 0644));
    SHOW(chmod("broken", 0644));
    SHOW(chmod("", 0644));
    SHOW(chmod("f/x", 0644));
    SHOW(fchmod(fd, 0644));
    SHOW(fchmod(folder, 0755));
    SHOW(fchmod(99, 0644));
    SHOW(fchmod(-1, 0644));
    SHOW(fchmodat(AT_FDCWD, "f", 0644, 0));
    SHOW(fchmodat(folder, "inside", 0644, 0));
    SHOW(fchmodat(folder, "f", 0644, 0));
    SHOW(fchmodat(99, "f", 0644, 0));
    SHOW(fchmodat(fd, "f", 0644, 0));
    SHOW(fchmodat(AT_FDCWD, "f", 0644, 0x4000000));
    SHOW(lchmod("f", 0644));
    SHOW(lchmod("nowhere", 0644));
    SHOW(chown("f", getuid(), getgid()));
    SHOW(chown("f", -1, -1));
    SHOW(chown("link", -1, -1));
    SHOW(chown("broken", -1, -1));
    SHOW(chown("nowhere", -1, -1));
    SHOW(lchown("broken", -1, -1));
    SHOW(lchown("nowhere", -1, -1));
    SHOW(fchown(fd, -1, getgid()));
    SHOW(fchown(99, -1, -1));
    SHOW(fchownat(AT_FDCWD, "f", -1, -1, 0));
    SHOW(fchownat(folder, "broken", -1, -1, AT_SYMLINK_NOFOLLOW));
    SHOW(fchownat(folder, "broken", -1, -1, 0));
    SHOW(fchownat(99, "f", -1, -1, 0));
    SHOW(fchownat(AT_FDCWD, "f", -1, -1, 0x4000000));
    SHOW(mknodat(folder, "fifo", S_IFIFO | 0600, 0));
    SHOW(mknodat(folder, "fifo", S_IFIFO | 0600, 0));
    SHOW(mknodat(99, "fifo", S_IFIFO | 0600, 0));
    REQUIRE(fstatat(folder, "fifo", &status, 0));
    printf("%d\n", S_ISFIFO(status.st_mode));
    SHOW(unlink("d/fifo"));

    SHOW_OK(fd = creat("made", 0644));
    SHOW(write(fd, "abc", 3));
    char byte;
    SHOW(read(fd, &byte, 1));
    SHOW(close(fd));
    SHOW_OK(fd = creat("made", 0644));
    REQUIRE(fstat(fd, &status));
    printf("%d\n", (int)status.st_size);
    SHOW(creat("d", 0644));
    SHOW(creat("nowhere/made", 0644));
    return t_status;
}
