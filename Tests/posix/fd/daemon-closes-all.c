// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>

// A program that closes whatever it may have inherited, or puts its own descriptors there, has its files after that: the
// directories that a sandbox gives are not among what it closes.

static void show_files(void) {
    struct stat status;
    int fd = open("file", O_RDONLY);
    printf("open %d stat %d access %d\n", fd >= 0 ? 0 : errno, stat("file", &status), access("file", R_OK));
    if (fd >= 0) REQUIRE(close(fd));
    SHOW(open("missing", O_RDONLY));
    SHOW(chdir("directory"));
    SHOW(access("../file", R_OK));
    SHOW(chdir(".."));
}

int main(void) {
    REQUIRE(mkdir("directory", 0755));
    REQUIRE(close(REQUIRE(open("file", O_RDWR | O_CREAT, 0600))));
    for (int fd = 3; fd < 256; fd++) close(fd);
    show_files();
    // Nothing is left of what was open.
    for (int fd = 3; fd < 10; fd++) REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    closefrom(3);
    show_files();
    SHOW(close_range(3, ~0u, 0));
    show_files();
    // Others in their places, or not.
    for (int fd = 3; fd < 10; fd++) SHOW(dup2(999, fd));
    closefrom(3);
    show_files();
    for (int fd = 3; fd < 10; fd++) SHOW(dup2(STDOUT_FILENO, fd));
    show_files();
    for (int fd = 3; fd < 10; fd++) EXPECT_EQ(write(fd, "", 0), 0);
    SHOW(dup3(STDOUT_FILENO, 10, O_CLOEXEC));
    for (int fd = 3; fd < 1024; fd++) EXPECT_EQ(close(fd), fd <= 10 ? 0 : -1);
    show_files();
    closefrom(3);
    show_files();
    return t_status;
}
