// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>

#include "transfer.h"

ssize_t recvfrom(int fd, void *restrict buf, size_t size, int flags, struct sockaddr *restrict addr,
                 socklen_t *restrict len) {
    struct iovec iov = {.iov_base = __net_buffer(buf, size), .iov_len = size};
    // Nearly every call.
    if (flags == 0 && size <= SSIZE_MAX)
        return net_call_receive(fd, &iov, 1, __WASI_NET_MSG_SIZE_ONLY, addr, len, NULL, 0, NULL);
    // Linux cuts a length that is more than there can be.
    if (__builtin_expect(size > SSIZE_MAX, 0) && __net_inside(buf, 1))
        iov.iov_len = __builtin_wasm_memory_size(0) * 65536 - (uintptr_t)buf;
    return __net_receive(fd, &iov, 1, flags, __WASI_NET_MSG_SIZE_ONLY, addr, len, NULL, 0);
}
