// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/socket.h>

#include "internal.h"

// Makes a stream socket take connections.

int listen(int fd, int backlog) {
    int32_t error = __wasi_socket_tcp_listen(fd, backlog);
    return __net_ret(error == ENOTSUP ? __wasi_socket_unix_listen(fd, backlog) : error);
}
