// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/uio.h>

#include "internal.h"

ssize_t writev(int fd, const struct iovec *iovs, int count) {
    size_t size = 0;
    int32_t error = __net_check_iovecs(iovs, count);
    if (error != 0) return __net_ret(__net_unless_bad(fd, error));
    count = __net_vectors(iovs, count);
    NET_RESTARTING(error, fd, true, __wasi_fd_write(fd, (const __wasi_ciovec_t *)iovs, (size_t)count, &size));
    return __net_ret_transfer(error, size, fd);
}
