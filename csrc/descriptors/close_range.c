// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <unistd.h>

#include "internal.h"

// Many descriptors at once. See close.c for the preopened directories.

void __wasilibc_populate_preopens(void) __attribute__((__weak__));

int close_range(unsigned first, unsigned last, int flags) {
    if (flags & ~(CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC)) return __net_ret(EINVAL);
    if (__wasilibc_populate_preopens) __wasilibc_populate_preopens();
    return __net_ret(__wasi_fd_close_range(first, last, flags & CLOSE_RANGE_CLOEXEC ? __WASI_FD_CLOEXEC : 0));
}

void closefrom(int first) {
    int saved = errno;
    close_range(first < 0 ? 0 : (unsigned)first, ~0u, 0);
    errno = saved;
}
