// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "internal.h"

ssize_t recvfrom(int fd, void *restrict buf, size_t size, int flags, struct sockaddr *restrict addr,
                 socklen_t *restrict len) {
    struct iovec iov = {.iov_base = buf, .iov_len = size};
    return __net_receive(fd, &iov, 1, flags, __WASI_NET_MSG_SIZE_ONLY, addr, len, NULL, __net_check_buffer(buf, size));
}
