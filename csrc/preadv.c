// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <sys/uio.h>

#include "internal.h"

// Reading and writing at an offset, of what a descriptor can be at an offset in, and with flags for one call.

static int32_t check(int fd, const struct iovec *iovs, int count, off_t offset) {
    if (offset < 0) return __net_unless_bad(fd, EINVAL);
    int32_t error = __net_check_iovecs(iovs, count);
    return error != 0 ? __net_unless_bad(fd, error) : 0;
}

static ssize_t read_at(int fd, const struct iovec *iovs, int count, off_t offset, int flags) {
    uint32_t size = 0;
    int32_t error = check(fd, iovs, count, offset == -1 ? 0 : offset);
    if (error != 0) return __net_ret(error);
    NET_RESTARTING(error, fd, false,
                   __wasi_fd_read_at(fd, (const __wasi_iovec_t *)iovs, (size_t)count, offset, (uint32_t)flags, &size));
    return __net_ret_transfer(error, size, false);
}

static ssize_t write_at(int fd, const struct iovec *iovs, int count, off_t offset, int flags) {
    uint32_t size = 0;
    int32_t error = check(fd, iovs, count, offset == -1 ? 0 : offset);
    if (error != 0) return __net_ret(error);
    NET_RESTARTING(error, fd, true,
                   __wasi_fd_write_at(fd, (const __wasi_ciovec_t *)iovs, (size_t)count, offset, (uint32_t)flags, &size));
    return __net_ret_transfer(error, size, true);
}

ssize_t preadv(int fd, const struct iovec *iovs, int count, off_t offset) {
    return offset < 0 ? __net_ret(__net_unless_bad(fd, EINVAL)) : read_at(fd, iovs, count, offset, 0);
}

ssize_t pwritev(int fd, const struct iovec *iovs, int count, off_t offset) {
    return offset < 0 ? __net_ret(__net_unless_bad(fd, EINVAL)) : write_at(fd, iovs, count, offset, 0);
}

// An offset of -1 is the descriptor's own position.
ssize_t preadv2(int fd, const struct iovec *iovs, int count, off_t offset, int flags) {
    return read_at(fd, iovs, count, offset, flags);
}

ssize_t pwritev2(int fd, const struct iovec *iovs, int count, off_t offset, int flags) {
    return write_at(fd, iovs, count, offset, flags);
}
