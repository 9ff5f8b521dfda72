// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>

#include "internal.h"

// Makes a stream socket take connections.

int listen(int fd, int backlog) { return __net_ret(__wasi_socket_tcp_listen(fd, backlog)); }
