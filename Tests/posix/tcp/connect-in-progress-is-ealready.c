// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// While the listener's backlog is full a nonblocking connect stays in progress: EALREADY, no POLLOUT, no error.

enum { MOST = 8 };

int main(void) {
    struct endpoint at;
    int listener = bound_socket(AF_INET, SOCK_STREAM, &at), pending = -1;
    REQUIRE(listen(listener, 0));
    for (int i = 0; pending < 0 && i < MOST; i++) {
        int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
        set_nonblocking(fd, 1);
        EXPECT(connect(fd, &at.any, at.len) < 0 && errno == EINPROGRESS);
        struct pollfd polled = {fd, POLLOUT, 0};
        if (poll(&polled, 1, 100) == 0) pending = fd;
    }
    EXPECT(pending >= 0);
    SHOW(connect(pending, &at.any, at.len));
    int error = -1;
    socklen_t len = sizeof error;
    SHOW(getsockopt(pending, SOL_SOCKET, SO_ERROR, &error, &len));
    SHOW(error);
    struct endpoint peer = {.len = sizeof peer.storage};
    SHOW(getpeername(pending, &peer.any, &peer.len));
    SHOW(send(pending, "x", 1, MSG_NOSIGNAL));
    SHOW(recv(pending, &error, 1, 0));
    SHOW(close(pending));
    return t_status;
}
