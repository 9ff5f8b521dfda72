// SPDX-License-Identifier: Apache-2.0
#include "internal.h"

// MSG_* and the imports' flags. What a direction has no use for Linux ignores, so that it is left out here; MSG_ZEROCOPY is
// such a flag where SO_ZEROCOPY is not set, which it never is. MSG_NOSIGNAL is: the imports never raise, __net_ret_transfer does.

#define FLAG(posix, wasi) ((uint32_t)(flags & (posix) ? (wasi) : 0))

uint32_t __net_send_flags(int flags) {
    if (flags == MSG_DONTWAIT) return __WASI_NET_MSG_DONTWAIT;
    return FLAG(MSG_DONTWAIT, __WASI_NET_MSG_DONTWAIT) | FLAG(MSG_OOB, __WASI_NET_MSG_OOB) |
           FLAG(MSG_EOR, __WASI_NET_MSG_EOR) | FLAG(MSG_MORE, __WASI_NET_MSG_MORE) |
           FLAG(MSG_CONFIRM, __WASI_NET_MSG_CONFIRM) | FLAG(MSG_DONTROUTE, __WASI_NET_MSG_DONTROUTE) |
           FLAG(MSG_FASTOPEN, __WASI_NET_MSG_FASTOPEN) | FLAG(MSG_PROBE, __WASI_NET_MSG_PROBE);
}

uint32_t __net_receive_flags(int flags) {
    if (flags == MSG_DONTWAIT) return __WASI_NET_MSG_DONTWAIT;
    return FLAG(MSG_PEEK, __WASI_NET_MSG_PEEK) | FLAG(MSG_WAITALL, __WASI_NET_MSG_WAITALL) |
           FLAG(MSG_DONTWAIT, __WASI_NET_MSG_DONTWAIT) | FLAG(MSG_TRUNC, __WASI_NET_MSG_TRUNC) |
           FLAG(MSG_OOB, __WASI_NET_MSG_OOB) | FLAG(MSG_CMSG_CLOEXEC, __WASI_NET_MSG_CMSG_CLOEXEC) |
           FLAG(MSG_ERRQUEUE, __WASI_NET_MSG_ERRQUEUE);
}

int __net_received_flags(uint32_t flags) {
    return (flags & __WASI_NET_MSG_TRUNC ? MSG_TRUNC : 0) | (flags & __WASI_NET_MSG_CTRUNC ? MSG_CTRUNC : 0) |
           (flags & __WASI_NET_MSG_OOB ? MSG_OOB : 0) | (flags & __WASI_NET_MSG_EOR ? MSG_EOR : 0) |
           (flags & __WASI_NET_MSG_ERRQUEUE ? MSG_ERRQUEUE : 0) |
           (flags & __WASI_NET_MSG_CMSG_CLOEXEC ? MSG_CMSG_CLOEXEC : 0);
}
