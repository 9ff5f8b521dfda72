// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "internal.h"

ssize_t recvfrom(int fd, void *restrict buf, size_t size, int flags, struct sockaddr *restrict addr,
                 socklen_t *restrict len) {
    // Linux cuts a length that is more than there can be.
    if (__builtin_expect(size > SSIZE_MAX, 0) && __net_inside(buf, 1)) size = __builtin_wasm_memory_size(0) * 65536 - (uintptr_t)buf;
    struct iovec iov = {.iov_base = __net_buffer(buf, size), .iov_len = size};
    return __net_receive(fd, &iov, 1, flags, __WASI_NET_MSG_SIZE_ONLY, addr, len, NULL, 0);
}
