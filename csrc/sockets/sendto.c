// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>
#include <sys/uio.h>

#include "internal.h"

ssize_t sendto(int fd, const void *buf, size_t size, int flags, const struct sockaddr *addr, socklen_t len) {
    struct iovec iov = {.iov_base = __net_buffer(buf, size), .iov_len = size};
    return __net_send(fd, &iov, 1, flags, addr, len, NULL, __net_check_size(size));
}
