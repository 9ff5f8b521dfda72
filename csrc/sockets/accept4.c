// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

#include "internal.h"

// Takes a connection. Like Linux it finds out last that there is no room for the peer's address, and drops the connection.

int accept4(int fd, struct sockaddr *restrict addr, socklen_t *restrict len, int flags) {
    __wasi_fd_t connection = -1;
    __wasi_net_address_t address;
    if (flags & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)) return __net_ret(__net_unless_bad(fd, EINVAL));
    int32_t error;
    uint32_t create = (flags & SOCK_NONBLOCK ? __WASI_NET_CREATE_NONBLOCK : 0u) |
                      (flags & SOCK_CLOEXEC ? __WASI_NET_CREATE_CLOEXEC : 0u);
    NET_RESTARTING(error, fd, false, __wasi_socket_tcp_accept(fd, create, &connection, addr ? &address : NULL));
    if (error == ENOTSUP)
        NET_RESTARTING(error, fd, false,
                       __wasi_socket_unix_accept(fd, create, &connection, addr ? &address : NULL));
    if (error == 0 && addr != NULL && (error = __net_address_out(&address, addr, len)) != 0) close(connection);
    return __net_ret_value(error, connection);
}
