// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "epoll_events.h"

// Bits that Linux does not know never come true, and are left out. So is EPOLLWAKEUP, which Linux clears for those who
// lack its privilege.

static uint32_t wasi_events(uint32_t events) {
    uint32_t result = 0;
    for (size_t i = 0; i < EPOLL_EVENT_COUNT; i++)
        if (events & epoll_events[i].posix) result |= epoll_events[i].wasi;
    return result;
}

static uint32_t wasi_operation(int operation) {
    switch (operation) {
    case EPOLL_CTL_ADD: return __WASI_POLL_SET_ADD;
    case EPOLL_CTL_MOD: return __WASI_POLL_SET_CHANGE;
    case EPOLL_CTL_DEL: return __WASI_POLL_SET_REMOVE;
    default: return UINT32_MAX; // EINVAL, after what is wrong with the descriptors
    }
}

int epoll_ctl(int set, int operation, int fd, struct epoll_event *event) {
    __wasi_poll_set_event_t converted = {.events = 0};
    if (operation != EPOLL_CTL_DEL) {
        if (!__net_inside(event, sizeof *event)) return __net_ret(EFAULT);
        converted = (__wasi_poll_set_event_t){.events = wasi_events(event->events), .data = event->data.u64};
    }
    return __net_ret(__wasi_poll_change_set(set, wasi_operation(operation), fd, &converted));
}
