// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>

#include "internal.h"

// Room and haste for parts of files.

int fallocate(int fd, int mode, off_t offset, off_t size) {
    int32_t error;
    if (offset < 0 || size <= 0) return __net_ret(__net_unless_bad(fd, EINVAL));
    NET_RESTARTING(error, fd, true, __wasi_fd_make_room(fd, (uint32_t)mode, (uint64_t)offset, (uint64_t)size));
    return __net_ret(error);
}

// Both return the error.
int posix_fallocate(int fd, off_t offset, off_t size) {
    int32_t error;
    if (offset < 0 || size <= 0) return __net_unless_bad(fd, EINVAL);
    NET_RESTARTING(error, fd, true, __wasi_fd_allocate(fd, (uint64_t)offset, (uint64_t)size));
    return error == ENOTCAPABLE ? EBADF : error;
}

int posix_fadvise(int fd, off_t offset, off_t size, int advice) {
    // A length that is none is one to the kernel, which has more to say of the descriptor.
    int32_t error = size < 0 ? __wasi_fd_advise(fd, 0, 0, UINT8_MAX) : __wasi_fd_advise(fd, (uint64_t)offset, (uint64_t)size, (uint8_t)advice);
    return error == ENOTCAPABLE ? EBADF : error;
}

ssize_t readahead(int fd, off_t offset, size_t size) {
    int32_t error = __wasi_fd_advise(fd, (uint64_t)offset, size, __WASI_ADVICE_WILLNEED);
    // It has fewer words than posix_fadvise.
    return __net_ret(error == ESPIPE || error == EISDIR ? EINVAL : error);
}

// What it may leave out is done as well.
int sync_file_range(int fd, off_t offset, off_t size, unsigned flags) {
    const unsigned all = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    if (flags & ~all || offset < 0 || size < 0 || offset > INT64_MAX - size)
        return __net_ret(__net_unless_bad(fd, EINVAL));
    int32_t error = __wasi_fd_datasync(fd);
    return __net_ret(error == EINVAL ? ESPIPE : error);
}
