// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "internal.h"

ssize_t recvfrom(int fd, void *restrict buf, size_t size, int flags, struct sockaddr *restrict addr,
                 socklen_t *restrict len) {
    struct iovec iov = {.iov_base = buf, .iov_len = size};
    struct msghdr message = {.msg_name = addr, .msg_iov = &iov, .msg_iovlen = 1};
    if (addr != NULL) {
        if (!__net_inside(len, sizeof *len)) return __net_ret(__net_fault(fd));
        message.msg_namelen = *len;
    }
    ssize_t received =
        __net_receive(fd, &message, flags, __WASI_NET_MSG_SIZE_ONLY, __net_check_buffer(buf, size));
    if (received >= 0 && addr != NULL) *len = message.msg_namelen;
    return received;
}
