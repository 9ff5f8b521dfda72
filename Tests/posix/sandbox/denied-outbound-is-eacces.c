// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --dir @SCRATCH@::/
// stderr: connect
// stderr: tcp 127.0.0.1:1
// stderr: --allow-outbound tcp://127.0.0.1:1
// stderr: --allow-outbound 'tcp://[::1]:1'

#include "../test.h"

// Without any grant a program runs, has sockets, and reaches nobody.

int main(void) {
    struct endpoint four = loopback(AF_INET, 1), six = loopback(AF_INET6, 1);
    int fd = SHOW_OK(socket(AF_INET, SOCK_STREAM, 0)), fd6 = SHOW_OK(socket(AF_INET6, SOCK_STREAM, 0));
    SHOW(connect(fd, &four.any, four.len));
    SHOW(connect(fd6, &six.any, six.len));
    set_nonblocking(fd, 1);
    SHOW(connect(fd, &four.any, four.len));
    int error = -1;
    socklen_t len = sizeof error;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &len));
    SHOW(error);
    SHOW(send(fd, "x", 1, MSG_NOSIGNAL));
    return t_status;
}
