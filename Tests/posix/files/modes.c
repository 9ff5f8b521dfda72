// SPDX-License-Identifier: Apache-2.0
// setup: umask 022; : > f; mkdir d; ln -s f link; ln -s nowhere broken; chmod 6755 f

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>
#include <sys/un.h>

// Permissions: what a file is made with, within the mask, and what chmod makes of it.

static void tell(const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0) {
        printf("%s: %s\n", path, errname(errno));
        return;
    }
    printf("%s: %o, own %d %d\n", path, status.st_mode, status.st_uid == geteuid(), status.st_gid == getegid());
}

static void made(const char *path, int result) {
    if (result > 2) close(result);
    if (result < 0) printf("%s: %s\n", path, errname(errno));
    else tell(path);
}

static void make_all(mode_t mask) {
    printf("mask %o was %o\n", mask, umask(mask));
    made("open", open("open", O_CREAT | O_WRONLY, 0666));
    made("open", open("open", O_CREAT | O_WRONLY, 0600));
    made("more", open("more", O_CREAT | O_EXCL | O_WRONLY, 0777));
    made("less", open("less", O_CREAT | O_RDONLY, 0200));
    made("none", open("none", O_CREAT | O_RDWR, 0));
    made("sticky", open("sticky", O_CREAT | O_RDWR, 01666));
    made("creat", creat("creat", 0640));
    made("through", open("broken", O_CREAT | O_WRONLY, 0644));
    tell("nowhere");
    FILE *file = fopen("stream", "w");
    if (file != NULL) fclose(file);
    tell("stream");
    made("dir", mkdir("dir", 0777));
    made("dir/below", mkdirat(AT_FDCWD, "dir/below", 0700));
    made("close", mkdir("close", 01750));
    made("fifo", mkfifo("fifo", 0666));
    made("node", mknod("node", S_IFREG | 0604, 0));
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    SHOW(bind(fd, (struct sockaddr *)&address, sizeof address));
    tell("socket");
    struct stat status;
    fstat(fd, &status);
    printf("the socket itself: %o\n", status.st_mode);
    close(fd);
    for (const char *const *name = (const char *const[]){"open", "more", "less", "none", "sticky", "creat", "nowhere", "stream",
                                                         "fifo", "node", "socket", NULL};
         *name != NULL; name++)
        unlink(*name);
    rmdir("dir/below");
    rmdir("dir");
    rmdir("close");
}

int main(void) {
    make_all(022);
    make_all(0);
    make_all(077);
    make_all(0777);
    make_all(027);
    tell("f");
    tell("link");
    // A file that runs as its owner stays one until it is changed.
    SHOW(chmod("f", 0600));
    tell("f");
    SHOW(chmod("link", 0444));
    tell("f");
    tell("link");
    SHOW(chmod("broken", 0600));
    SHOW(chmod("f", 01777));
    tell("f");
    SHOW(chmod("f", 0100000 | 0640));
    tell("f");
    SHOW(chmod("d", 02770));
    tell("d");
    SHOW(chmod("d", 0));
    tell("d");
    SHOW(chmod("d", 0755));
    int fd = SHOW_OK(open("f", O_RDONLY)), folder = SHOW_OK(open("d", O_RDONLY));
    SHOW(fchmod(fd, 0604));
    tell("f");
    SHOW(fchmod(folder, 0711));
    tell("d");
    SHOW(fchmodat(AT_FDCWD, "f", 0640, AT_SYMLINK_NOFOLLOW));
    tell("f");
    SHOW(fchmodat(AT_FDCWD, "link", 0640, AT_SYMLINK_NOFOLLOW));
    SHOW(lchmod("link", 0640));
    int ends[2];
    struct stat status;
    REQUIRE(pipe(ends));
    fstat(ends[0], &status);
    printf("pipe: %o\n", status.st_mode);
    SHOW(fchmod(ends[0], 0640));
    fstat(ends[1], &status);
    printf("pipe: %o\n", status.st_mode);
    // A socket's name has the permissions that the socket had.
    int unbound = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0));
    SHOW(fchmod(unbound, 0670));
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "named"};
    SHOW(bind(unbound, (struct sockaddr *)&address, sizeof address));
    tell("named");
    fstat(unbound, &status);
    printf("the socket itself: %o\n", status.st_mode);
    SHOW(fstatat(fd, "", &status, AT_EMPTY_PATH));
    printf("%o\n", status.st_mode);
    SHOW(fstatat(AT_FDCWD, "", &status, AT_EMPTY_PATH));
    printf("%d\n", S_ISDIR(status.st_mode));
    SHOW(fstatat(AT_FDCWD, "", &status, 0));
    SHOW(fstatat(AT_FDCWD, "f", &status, 0x400000));
    return t_status;
}
