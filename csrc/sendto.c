// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>
#include <sys/uio.h>

#include "internal.h"

ssize_t sendto(int fd, const void *buf, size_t size, int flags, const struct sockaddr *addr, socklen_t len) {
    struct iovec iov = {.iov_base = (void *)(uintptr_t)buf, .iov_len = size};
    struct msghdr message = {.msg_name = (void *)(uintptr_t)addr, .msg_namelen = len, .msg_iov = &iov, .msg_iovlen = 1};
    return __net_send(fd, &message, flags, __net_check_buffer(buf, size));
}
