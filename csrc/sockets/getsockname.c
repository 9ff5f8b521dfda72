// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>

#include "internal.h"

int getsockname(int fd, struct sockaddr *restrict addr, socklen_t *restrict len) {
    __wasi_net_address_t address;
    int32_t error = __wasi_socket_local_address(fd, &address);
    if (error == 0) error = __net_address_out(&address, addr, len);
    return __net_ret(error);
}
