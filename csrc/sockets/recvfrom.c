// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "internal.h"

// A stream of TCP throws away what MSG_TRUNC asks for: it takes no buffer.
static int32_t check(int fd, const void *buf, size_t size, int flags) {
    int type;
    int32_t domain = 0, error = __net_check_buffer(buf, size);
    uint32_t room = sizeof domain;
    if (error != EFAULT || !(flags & MSG_TRUNC) || __net_socket_type(fd, &type) != 0 || type != SOCK_STREAM) return error;
    if (__wasi_socket_get_option(fd, __WASI_SOCKET_OPTION_DOMAIN, &domain, &room) != 0) return error;
    return domain == __WASI_NET_FAMILY_UNIX ? error : 0;
}

ssize_t recvfrom(int fd, void *restrict buf, size_t size, int flags, struct sockaddr *restrict addr,
                 socklen_t *restrict len) {
    // Linux cuts a length that is more than there can be.
    if (__builtin_expect(size > SSIZE_MAX, 0) && __net_inside(buf, 1)) size = __builtin_wasm_memory_size(0) * 65536 - (uintptr_t)buf;
    struct iovec iov = {.iov_base = buf, .iov_len = size};
    return __net_receive(fd, &iov, 1, flags, __WASI_NET_MSG_SIZE_ONLY, addr, len, NULL, check(fd, buf, size, flags));
}
