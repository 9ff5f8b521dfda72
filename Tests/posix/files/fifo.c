// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>

// Pipes with names, and the other nodes that mknod makes.

int main(void) {
    struct stat status;
    char buffer[16] = "";
    SHOW(mkfifo("fifo", 0600));
    SHOW(mkfifo("fifo", 0600));
    SHOW(mkfifo("absent/fifo", 0600));
    REQUIRE(stat("fifo", &status));
    printf("a pipe: %d\n", S_ISFIFO(status.st_mode));
    SHOW(open("fifo", O_WRONLY | O_NONBLOCK));
    int reader = REQUIRE(open("fifo", O_RDONLY | O_NONBLOCK));
    SHOW(read(reader, buffer, sizeof buffer));
    int writer = REQUIRE(open("fifo", O_WRONLY));
    SHOW(read(reader, buffer, sizeof buffer));
    write_all(writer, "through it", 10);
    SHOW(read(reader, buffer, sizeof buffer));
    puts(buffer);
    SHOW(lseek(reader, 0, SEEK_SET));
    REQUIRE(fstat(writer, &status));
    printf("a pipe: %d\n", S_ISFIFO(status.st_mode));
    REQUIRE(close(writer));
    printf("%s\n", events_text(wait_for(reader, POLLIN)));
    SHOW(read(reader, buffer, sizeof buffer));

    REQUIRE(mkdir("inner", 0700));
    int inner = REQUIRE(open("inner", O_RDONLY | O_DIRECTORY));
    SHOW(mkfifoat(inner, "fifo", 0600));
    SHOW(access("inner/fifo", F_OK));
    SHOW(mknod("file", S_IFREG | 0600, 0));
    SHOW(mknod("file", 0600, 0));
    SHOW(mknod("other", S_IFDIR | 0600, 0));
    REQUIRE(stat("file", &status));
    printf("a file: %d\n", S_ISREG(status.st_mode));
    SHOW(unlink("fifo"));
    SHOW(mkfifo("", 0600));
    return t_status;
}
