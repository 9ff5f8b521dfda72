// SPDX-License-Identifier: Apache-2.0
//
// A program's epoll events are Linux's; the imports have their own.
#ifndef NETWASI_EPOLL_EVENTS_H
#define NETWASI_EPOLL_EVENTS_H

#include <sys/epoll.h>

#include "internal.h"

_Static_assert(sizeof(struct epoll_event) == sizeof(__wasi_poll_set_event_t), "an array crosses as it is");
_Static_assert(offsetof(struct epoll_event, data) == offsetof(__wasi_poll_set_event_t, data), "as it is");

static const struct {
    uint32_t posix, wasi;
} epoll_events[] = {
    {EPOLLIN, __WASI_POLL_IN},
    {EPOLLOUT, __WASI_POLL_OUT},
    {EPOLLPRI, __WASI_POLL_PRI},
    {EPOLLRDBAND, __WASI_POLL_RDBAND},
    {EPOLLWRBAND, __WASI_POLL_WRBAND},
    {EPOLLRDHUP, __WASI_POLL_RDHUP},
    {EPOLLERR, __WASI_POLL_ERR},
    {EPOLLHUP, __WASI_POLL_HUP},
    {EPOLLRDNORM, __WASI_POLL_SET_RDNORM},
    {EPOLLWRNORM, __WASI_POLL_SET_WRNORM},
    {EPOLLONESHOT, __WASI_POLL_SET_ONESHOT},
    {EPOLLET, __WASI_POLL_SET_EDGE},
    {EPOLLEXCLUSIVE, __WASI_POLL_SET_EXCLUSIVE},
};

#define EPOLL_EVENT_COUNT (sizeof epoll_events / sizeof *epoll_events)

#endif
