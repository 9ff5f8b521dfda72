// SPDX-License-Identifier: Apache-2.0
#include "internal.h"

// MSG_* and the imports' flags. What a direction has no use for Linux ignores, so that it is left out here; MSG_ZEROCOPY is
// such a flag where SO_ZEROCOPY is not set, which it never is. MSG_NOSIGNAL is: the imports never raise, __net_send does.

struct flag {
    int posix;
    uint32_t wasi;
};

static const struct flag send_flags[] = {
    {MSG_DONTWAIT, __WASI_NET_MSG_DONTWAIT},
    {MSG_OOB, __WASI_NET_MSG_OOB},
    {MSG_EOR, __WASI_NET_MSG_EOR},
    {MSG_MORE, __WASI_NET_MSG_MORE},
    {MSG_CONFIRM, __WASI_NET_MSG_CONFIRM},
    {MSG_DONTROUTE, __WASI_NET_MSG_DONTROUTE},
    {MSG_FASTOPEN, __WASI_NET_MSG_FASTOPEN},
    {MSG_PROBE, __WASI_NET_MSG_PROBE},
};

static const struct flag receive_flags[] = {
    {MSG_PEEK, __WASI_NET_MSG_PEEK},
    {MSG_WAITALL, __WASI_NET_MSG_WAITALL},
    {MSG_DONTWAIT, __WASI_NET_MSG_DONTWAIT},
    {MSG_TRUNC, __WASI_NET_MSG_TRUNC},
    {MSG_OOB, __WASI_NET_MSG_OOB},
    {MSG_CMSG_CLOEXEC, __WASI_NET_MSG_CMSG_CLOEXEC},
    {MSG_ERRQUEUE, __WASI_NET_MSG_ERRQUEUE},
};

static uint32_t translate(const struct flag *table, size_t rows, int flags) {
    uint32_t result = 0;
    for (size_t i = 0; i < rows; i++)
        if (flags & table[i].posix) result |= table[i].wasi;
    return result;
}

uint32_t __net_send_flags(int flags) {
    return translate(send_flags, sizeof send_flags / sizeof *send_flags, flags);
}

uint32_t __net_receive_flags(int flags) {
    return translate(receive_flags, sizeof receive_flags / sizeof *receive_flags, flags);
}

int __net_received_flags(uint32_t flags) {
    return (flags & __WASI_NET_MSG_TRUNC ? MSG_TRUNC : 0) | (flags & __WASI_NET_MSG_CTRUNC ? MSG_CTRUNC : 0) |
           (flags & __WASI_NET_MSG_OOB ? MSG_OOB : 0) | (flags & __WASI_NET_MSG_EOR ? MSG_EOR : 0) |
           (flags & __WASI_NET_MSG_ERRQUEUE ? MSG_ERRQUEUE : 0) |
           (flags & __WASI_NET_MSG_CMSG_CLOEXEC ? MSG_CMSG_CLOEXEC : 0);
}
