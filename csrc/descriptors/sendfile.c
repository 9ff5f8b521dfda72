// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

#include "internal.h"

// Data that goes from one descriptor to another without passing through the program.

_Static_assert(sizeof(off_t) == sizeof(int64_t), "offsets cross as they are");

// What one call moves at most, as on Linux: more would not fit into the result.
#define MOST (INT_MAX & ~65535)

#define SPLICE_FLAGS (unsigned)(SPLICE_F_MOVE | SPLICE_F_NONBLOCK | SPLICE_F_MORE | SPLICE_F_GIFT)

static size_t limited(size_t size) { return size > MOST ? MOST : size; }

static bool is_offset(const off_t *offset) { return offset == NULL || __net_inside(offset, sizeof *offset); }

ssize_t sendfile(int out, int in, off_t *offset, size_t size) {
    uint32_t moved = 0;
    int32_t error;
    if (!is_offset(offset)) return __net_ret(__net_fault(in));
    NET_RESTARTING(error, out, true, __wasi_fd_send_file(out, in, offset, limited(size), &moved));
    return __net_ret_transfer(error, moved, out);
}

ssize_t splice(int in, off_t *in_offset, int out, off_t *out_offset, size_t size, unsigned flags) {
    uint32_t moved = 0;
    int32_t error;
    // Linux looks at nothing then, not even the descriptors.
    if (size == 0) return 0;
    if (!is_offset(in_offset) || !is_offset(out_offset)) return __net_ret(__net_fault(in));
    NET_RESTARTING(error, out, true,
                   __wasi_fd_splice(in, in_offset, out, out_offset, limited(size), flags, &moved));
    return __net_ret_transfer(error, moved, out);
}

ssize_t tee(int in, int out, size_t size, unsigned flags) {
    uint32_t copied = 0;
    int32_t error;
    if (flags & ~SPLICE_FLAGS) return __net_ret(EINVAL);
    if (size == 0) return 0;
    NET_RESTARTING(error, out, true, __wasi_fd_tee(in, out, limited(size), flags, &copied));
    return __net_ret_transfer(error, copied, out);
}

ssize_t vmsplice(int fd, const struct iovec *iovs, size_t count, unsigned flags) {
    uint32_t moved = 0;
    int32_t error = count > INT_MAX ? EINVAL : __net_check_iovecs(iovs, (int)count);
    if (error != 0) return __net_ret(__net_unless_bad(fd, error));
    NET_RESTARTING(error, fd, true, __wasi_fd_splice_memory(fd, (const __wasi_iovec_t *)iovs, count, flags, &moved));
    // A directory is no pipe, but that is asked only where there is something to move.
    if (error == EISDIR) error = __net_is_nothing(iovs, (int)count) ? 0 : EBADF;
    return __net_ret_transfer(error, moved, fd);
}

ssize_t copy_file_range(int in, off_t *in_offset, int out, off_t *out_offset, size_t size, unsigned flags) {
    uint32_t copied = 0;
    int32_t error;
    if (!is_offset(in_offset) || !is_offset(out_offset)) return __net_ret(__net_fault(in));
    NET_RESTARTING(error, out, true,
                   __wasi_fd_copy_range(in, in_offset, out, out_offset, limited(size), flags, &copied));
    return __net_ret_transfer(error, copied, -1);
}
