// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/stat.h>

// fstat tells a socket, a pipe, a file and a directory apart.

static void kind(const char *what, int fd) {
    struct stat s;
    if (fstat(fd, &s) < 0)
        printf("%s: %s\n", what, errname(errno));
    else
        printf("%s: %s\n", what, S_ISSOCK(s.st_mode) ? "socket" : S_ISFIFO(s.st_mode) ? "pipe" : S_ISREG(s.st_mode) ? "file" :
               S_ISDIR(s.st_mode) ? "directory" : "other");
}

int main(void) {
    int ends[2];
    REQUIRE(pipe(ends));
    kind("stream", REQUIRE(socket(AF_INET, SOCK_STREAM, 0)));
    kind("datagram", REQUIRE(socket(AF_INET6, SOCK_DGRAM, 0)));
    kind("reading end", ends[0]);
    kind("writing end", ends[1]);
    kind("file", REQUIRE(open("file", O_RDWR | O_CREAT, 0644)));
    kind("directory", REQUIRE(open(".", O_RDONLY)));
    kind("none", -1);
    return t_status;
}
