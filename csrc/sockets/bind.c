// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/socket.h>

#include "internal.h"

// Gives a socket its own address.

int bind(int fd, const struct sockaddr *addr, socklen_t len) {
    int type;
    __wasi_net_address_t address;
    int32_t error = __net_socket_type(fd, &type);
    if (error == 0) error = __net_address_for(fd, NET_BIND, addr, len, &address);
    if (error != 0) return __net_ret(error);
    error = type == SOCK_STREAM ? __wasi_socket_tcp_bind(fd, &address) : __wasi_socket_udp_bind(fd, &address);
    if (error == ENOTSUP) error = __wasi_socket_raw_bind(fd, &address);
    if (error == ENOTSUP) error = __wasi_socket_unix_bind(fd, &address);
    __net_address_done(&address);
    return __net_ret(error);
}
