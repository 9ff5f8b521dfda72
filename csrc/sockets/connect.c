// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/socket.h>

#include "internal.h"

// Connects a stream, or sets a datagram socket's peer; family AF_UNSPEC undoes the latter. An interrupted connect goes
// on in the background: made again, it waits for the end of the same attempt.

int connect(int fd, const struct sockaddr *addr, socklen_t len) {
    int type;
    __wasi_net_address_t address;
    int32_t error = __net_socket_type(fd, &type);
    // The address is read before it is known what the descriptor is.
    if (error == ENOTSOCK && len > sizeof(struct sockaddr_storage)) error = EINVAL;
    else if (error == ENOTSOCK && len > 0 && !__net_inside(addr, len)) error = EFAULT;
    if (error == 0) error = __net_address_for(fd, NET_CONNECT, addr, len, &address);
    if (error != 0) return __net_ret(error);
    if (type != SOCK_STREAM) error = __wasi_socket_udp_connect(fd, &address);
    else NET_RESTARTING(error, fd, true, __wasi_socket_tcp_connect(fd, &address));
    if (error == ENOTSUP) error = __wasi_socket_raw_connect(fd, &address);
    if (error == ENOTSUP) NET_RESTARTING(error, fd, true, __wasi_socket_unix_connect(fd, &address));
    __net_address_done(&address);
    return __net_ret(error);
}
