// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_DIRECTORY and the errors of open.

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
    return t_status;
}
