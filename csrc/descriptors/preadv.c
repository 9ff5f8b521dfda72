// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <sys/uio.h>
#include <unistd.h>

#include "internal.h"

// Reading and writing at an offset, of what a descriptor can be at an offset in, and with flags for one call.

// What is wrong with the vectors, unless the descriptor is not for that: that is found first, as it is without vectors.
static int32_t check(int fd, const struct iovec *iovs, int count, off_t offset, bool writing) {
    uint32_t size;
    if (offset < -1) return EINVAL;
    int32_t error = __net_check_iovecs(iovs, count);
    if (error == 0) return 0;
    int32_t earlier = writing ? __wasi_fd_write_at(fd, NULL, 0, offset, 0, &size) : __wasi_fd_read_at(fd, NULL, 0, offset, 0, &size);
    return earlier != 0 && earlier != EISDIR ? earlier : error;
}

static ssize_t read_at(int fd, const struct iovec *iovs, int count, off_t offset, int flags) {
    uint32_t size = 0;
    int32_t error = check(fd, iovs, count, offset, false);
    if (error == EFAULT && __net_inside(iovs, (size_t)count * sizeof *iovs)) {
        struct iovec copy[count];
        __net_without_null(copy, iovs, count);
        return read_at(fd, copy, count, offset, flags);
    }
    if (error != 0) return __net_ret_transfer(error, 0, -1);
    NET_RESTARTING(error, fd, false,
                   __wasi_fd_read_at(fd, (const __wasi_iovec_t *)iovs, (size_t)count, offset, (uint32_t)flags, &size));
    if (error == EISDIR && __net_is_nothing(iovs, count)) error = 0;
    return __net_ret_transfer(error, size, -1);
}

static ssize_t write_at(int fd, const struct iovec *iovs, int count, off_t offset, int flags) {
    uint32_t size = 0;
    int32_t error = check(fd, iovs, count, offset, true);
    if (error == EFAULT && __net_inside(iovs, (size_t)count * sizeof *iovs)) {
        struct iovec copy[count];
        __net_without_null(copy, iovs, count);
        return write_at(fd, copy, count, offset, flags);
    }
    if (error != 0) return __net_ret_transfer(error, 0, -1);
    NET_RESTARTING(error, fd, true,
                   __wasi_fd_write_at(fd, (const __wasi_ciovec_t *)iovs, (size_t)count, offset, (uint32_t)flags, &size));
    return __net_ret_transfer(error, size, fd);
}

ssize_t preadv(int fd, const struct iovec *iovs, int count, off_t offset) {
    return offset < 0 ? __net_ret(EINVAL) : read_at(fd, iovs, count, offset, 0);
}

ssize_t pwritev(int fd, const struct iovec *iovs, int count, off_t offset) {
    return offset < 0 ? __net_ret(EINVAL) : write_at(fd, iovs, count, offset, 0);
}

// An offset of -1 is the descriptor's own position.
ssize_t preadv2(int fd, const struct iovec *iovs, int count, off_t offset, int flags) {
    return read_at(fd, iovs, count, offset, flags);
}

ssize_t pwritev2(int fd, const struct iovec *iovs, int count, off_t offset, int flags) {
    return write_at(fd, iovs, count, offset, flags);
}

// wasi-libc's functions, which our header's names stand before: they take address 0 for one like others.
ssize_t __net_libc_pread(int, void *, size_t, off_t) __asm__("pread");
ssize_t __net_libc_pwrite(int, const void *, size_t, off_t) __asm__("pwrite");

ssize_t pread(int fd, void *buffer, size_t size, off_t offset) {
    return __net_libc_pread(fd, __net_buffer(buffer, size), size, offset);
}

ssize_t pwrite(int fd, const void *buffer, size_t size, off_t offset) {
    return __net_libc_pwrite(fd, __net_buffer(buffer, size), size, offset);
}
