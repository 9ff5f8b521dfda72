// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/uio.h>

#include "internal.h"

ssize_t writev(int fd, const struct iovec *iovs, int count) {
    size_t size = 0;
    int32_t error = __net_check_iovecs(iovs, count);
    if (error == EFAULT && __net_inside(iovs, (size_t)count * sizeof *iovs)) {
        struct iovec copy[count];
        __net_without_null(copy, iovs, count);
        return writev(fd, copy, count);
    }
    if (error != 0) {
        // How the descriptor was opened comes first.
        int32_t earlier = __wasi_fd_write(fd, NULL, 0, &size);
        return __net_ret_transfer(earlier != 0 && earlier != EISDIR ? earlier : error, 0, -1);
    }
    count = __net_vectors(iovs, count);
    NET_RESTARTING(error, fd, true, __wasi_fd_write(fd, (const __wasi_ciovec_t *)iovs, (size_t)count, &size));
    return __net_ret_transfer(error, size, fd);
}
