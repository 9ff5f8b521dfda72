// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "internal.h"

ssize_t write(int fd, const void *buf, size_t size) {
    __wasi_ciovec_t iov = {.buf = __net_buffer(buf, size), .buf_len = size};
    size_t count = 0;
    int32_t error;
    NET_RESTARTING(error, fd, true, __wasi_fd_write(fd, &iov, 1, &count));
    return __net_ret_transfer(error, count, fd);
}
