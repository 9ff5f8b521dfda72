// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Socket calls on a file and on a pipe are ENOTSOCK; file calls on a socket are ESPIPE or fail otherwise.

static void try(const char *what, int fd) {
    struct endpoint e = loopback(AF_INET, 9);
    char b[4] = "";
    int n = 1;
    socklen_t len = sizeof n;
    struct msghdr message = {0};
    printf("%s\n", what);
    SHOW(bind(fd, &e.any, e.len));
    SHOW(connect(fd, &e.any, e.len));
    SHOW(listen(fd, 1));
    SHOW(accept(fd, NULL, NULL));
    SHOW(shutdown(fd, SHUT_WR));
    SHOW(send(fd, b, 1, 0));
    SHOW(recv(fd, b, 1, 0));
    SHOW(sendto(fd, b, 1, 0, &e.any, e.len));
    SHOW(recvfrom(fd, b, 1, 0, NULL, NULL));
    SHOW(sendmsg(fd, &message, 0));
    SHOW(recvmsg(fd, &message, 0));
    SHOW(getsockname(fd, &e.any, &len));
    SHOW(getpeername(fd, &e.any, &len));
    SHOW(getsockopt(fd, SOL_SOCKET, SO_TYPE, &n, &len));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &n, sizeof n));
}

int main(void) {
    int ends[2], pair[2];
    char b[4] = "";
    try("file", REQUIRE(open("file", O_RDWR | O_CREAT, 0644)));
    REQUIRE(pipe(ends));
    try("pipe", ends[0]);
    connected_pair(AF_INET, pair);
    printf("socket\n");
    SHOW(lseek(pair[0], 0, SEEK_SET));
    SHOW(pread(pair[0], b, 1, 0));
    SHOW(pwrite(pair[0], b, 1, 0));
    SHOW(ftruncate(pair[0], 0));
    return t_status;
}
