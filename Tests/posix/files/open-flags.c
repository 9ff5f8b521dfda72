// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"

// O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_DIRECTORY and the errors of open; that to read is 0, which programs write as it is,
// and the other flags are Linux's.

// As programs of before there were threads declare it.
extern int errno;

static void numbers(void) {
    int fd = open("file", 0);
    printf("opened by number: %d\n", fd >= 0);
    printf("%#o %#o %#o, access %#o\n", O_RDONLY, O_WRONLY, O_RDWR, O_ACCMODE & 0777);
    printf("%#o %#o %#o %#o %#o %#o\n", O_CREAT, O_EXCL, O_NOCTTY, O_TRUNC, O_APPEND, O_NONBLOCK);
    printf("%#o %#o %#o %#o %#o %#o\n", O_DSYNC, O_SYNC, O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC, O_ASYNC);
    close(fd);
    fd = open("file", O_RDWR | O_APPEND | O_NONBLOCK | O_CLOEXEC);
    int known = O_ACCMODE | O_APPEND | O_NONBLOCK | O_CLOEXEC | O_CREAT | O_EXCL | O_TRUNC | O_SYNC | O_DIRECTORY;
    printf("%#o, %d\n", fcntl(fd, F_GETFL) & known, fcntl(fd, F_GETFD));
    REQUIRE(fcntl(fd, F_SETFL, O_NONBLOCK));
    printf("%#o\n", fcntl(fd, F_GETFL) & known);
    FILE *file = fdopen(fd, "a+");
    printf("%#o\n", fcntl(fd, F_GETFL) & known);
    fclose(file);
    fd = open("file", O_WRONLY | O_SYNC);
    printf("%#o\n", fcntl(fd, F_GETFL) & known);
    close(fd);
    fd = open("file", O_WRONLY | O_DSYNC);
    printf("%#o\n", fcntl(fd, F_GETFL) & known);
    close(fd);
}

static void content(const char *path) {
    char got[32] = "";
    int fd = open(path, O_RDONLY);
    ssize_t n = read(fd, got, sizeof got - 1);
    printf("%s: %d bytes, \"%s\"\n", path, (int)n, got);
    close(fd);
}

int main(void) {
    SHOW(open("file", O_RDONLY));
    int fd = SHOW_OK(open("file", O_WRONLY | O_CREAT | O_EXCL, 0644));
    SHOW(write(fd, "first", 5));
    SHOW(open("file", O_WRONLY | O_CREAT | O_EXCL, 0644));
    content("file");
    int appending = SHOW_OK(open("file", O_WRONLY | O_APPEND));
    SHOW(write(appending, "+more", 5));
    SHOW(lseek(appending, 0, SEEK_SET));
    SHOW(write(appending, "+end", 4));
    SHOW(write(fd, "!", 1));
    content("file");
    SHOW_OK(open("file", O_WRONLY | O_TRUNC));
    content("file");
    SHOW(open("file", O_RDONLY | O_DIRECTORY));
    SHOW(open("file/below", O_RDONLY));
    SHOW(open("none/below", O_WRONLY | O_CREAT, 0644));
    SHOW(open("", O_RDONLY));
    SHOW_OK(open(".", O_RDONLY | O_DIRECTORY));
    SHOW(open(".", O_WRONLY));
    numbers();
    return t_status;
}
