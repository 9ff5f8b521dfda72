// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <unistd.h>

#include "internal.h"

// Many descriptors at once, but not the directories that were given.

int close_range(unsigned first, unsigned last, int flags) {
    if (flags & ~(CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC) || first > last) return __net_ret(EINVAL);
    uint32_t wasi_flags = flags & CLOSE_RANGE_CLOEXEC ? __WASI_FD_CLOEXEC : 0;
    int32_t error = 0;
    for (unsigned kept; error == 0 && (kept = __net_next_directory(first)) <= last && kept != UINT_MAX; first = kept + 1)
        if (kept > first) error = __wasi_fd_close_range(first, kept - 1, wasi_flags);
    if (error == 0 && first <= last) error = __wasi_fd_close_range(first, last, wasi_flags);
    return __net_ret(error);
}

void closefrom(int first) {
    int saved = errno;
    close_range(first < 0 ? 0 : (unsigned)first, ~0u, 0);
    errno = saved;
}
