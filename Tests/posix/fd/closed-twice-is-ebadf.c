// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Every call on a descriptor that is not open is EBADF.

int main(void) {
    struct endpoint e = loopback(AF_INET, 9);
    char b[4] = "";
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), n = 1;
    socklen_t len = sizeof n;
    struct iovec *none = NULL;
    struct msghdr message = {0};
    SHOW(close(fd));
    SHOW(close(fd));
    SHOW(close(-1));
    for (int i = 0; i < 2; i++, fd = -1) {
        SHOW(read(fd, b, 1));
        SHOW(write(fd, b, 1));
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
        SHOW(lseek(fd, 0, SEEK_CUR));
        SHOW(fcntl(fd, F_GETFL));
        SHOW(dup(fd));
    }
    EXPECT(none == NULL);
    return t_status;
}
