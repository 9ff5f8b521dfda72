// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <sys/uio.h>

#include "internal.h"

// Addresses that a kernel would answer with EFAULT. The shim reads and writes through pointers itself, so that it has
// to look first.

int32_t __net_unless_bad(int fd, int32_t error) {
    __wasi_fdstat_t status;
    __wasi_errno_t bad = __wasi_fd_fdstat_get(fd, &status);
    return bad != 0 ? bad : error;
}

int32_t __net_fault(int fd) { return __net_unless_bad(fd, EFAULT); }

int32_t __net_check_path(const char *path) {
    if (!__net_inside(path, 1)) return EFAULT;
    return *path == '\0' ? ENOENT : 0;
}

int32_t __net_check_iovecs(const struct iovec *iovs, int count) {
    uint64_t total = 0;
    bool null = false;
    if (count < 0 || count > IOV_MAX) return EINVAL;
    if (count > 0 && !__net_inside(iovs, (size_t)count * sizeof *iovs)) return EFAULT;
    for (const struct iovec *iov = iovs, *end = iovs + count; iov < end; iov++) {
        total += iov->iov_len;
        if (iov->iov_base == NULL) null = null || iov->iov_len > 0;
    }
    if (total > SSIZE_MAX) return EINVAL;
    return null ? EFAULT : 0;
}

void __net_without_null(struct iovec *copy, const struct iovec *iovs, int count) {
    for (int i = 0; i < count; i++) copy[i] = (struct iovec){__net_buffer(iovs[i].iov_base, iovs[i].iov_len), iovs[i].iov_len};
}
