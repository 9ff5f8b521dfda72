// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/epoll.h>

#include "internal.h"

// The events of the program are Linux's, as the imports' are.

_Static_assert(sizeof(struct epoll_event) == sizeof(__wasi_poll_set_event_t), "crosses as it is");
_Static_assert(offsetof(struct epoll_event, data) == offsetof(__wasi_poll_set_event_t, data), "crosses as it is");
_Static_assert(EPOLLIN == __WASI_POLL_IN && EPOLLPRI == __WASI_POLL_PRI && EPOLLOUT == __WASI_POLL_OUT, "as they are");
_Static_assert(EPOLLERR == __WASI_POLL_ERR && EPOLLHUP == __WASI_POLL_HUP, "as they are");
_Static_assert(EPOLLRDNORM == __WASI_POLL_RDNORM && EPOLLRDBAND == __WASI_POLL_RDBAND, "as they are");
_Static_assert(EPOLLWRNORM == __WASI_POLL_WRNORM && EPOLLWRBAND == __WASI_POLL_WRBAND, "as they are");
_Static_assert(EPOLLRDHUP == __WASI_POLL_RDHUP && EPOLLEXCLUSIVE == __WASI_POLL_SET_EXCLUSIVE, "as they are");
_Static_assert(EPOLLONESHOT == __WASI_POLL_SET_ONESHOT && EPOLLET == __WASI_POLL_SET_EDGE, "as they are");

static uint32_t wasi_operation(int operation) {
    switch (operation) {
    case EPOLL_CTL_ADD: return __WASI_POLL_SET_ADD;
    case EPOLL_CTL_MOD: return __WASI_POLL_SET_CHANGE;
    case EPOLL_CTL_DEL: return __WASI_POLL_SET_REMOVE;
    default: return UINT32_MAX; // EINVAL, after what is wrong with the descriptors
    }
}

int epoll_ctl(int set, int operation, int fd, struct epoll_event *event) {
    if (operation != EPOLL_CTL_DEL && !__net_inside(event, sizeof *event)) return __net_ret(EFAULT);
    return __net_ret(__wasi_poll_change_set(set, wasi_operation(operation), fd, (__wasi_poll_set_event_t *)event));
}
