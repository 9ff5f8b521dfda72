// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/epoll.h>

#include "internal.h"

int epoll_create1(int flags) {
    __wasi_fd_t set = -1;
    if (flags & ~EPOLL_CLOEXEC) return __net_ret(EINVAL);
    int32_t error = __wasi_poll_create_set(flags & EPOLL_CLOEXEC ? __WASI_NET_CREATE_CLOEXEC : 0, &set);
    return __net_ret_value(error, set);
}

int epoll_create(int size) {
    return size > 0 ? epoll_create1(0) : __net_ret(EINVAL);
}
