// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/socket.h>

#include "internal.h"

// Pairs are of unix domain sockets, which there are none of yet; no other family has pairs.

int socketpair(int domain, int type, int protocol, int pair[2]) {
    (void)type, (void)protocol;
    if (!__net_inside(pair, 2 * sizeof *pair)) return __net_ret(EFAULT);
    return __net_ret(domain == AF_INET || domain == AF_INET6 ? EOPNOTSUPP : EAFNOSUPPORT);
}
