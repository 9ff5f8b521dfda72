// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <unistd.h>

#include "internal.h"

// Many descriptors at once. There are none from the table's end on, where handles are, which are not the program's.

int close_range(unsigned first, unsigned last, int flags) {
    unsigned end = (unsigned)getdtablesize();
    if (first > last || flags & ~(CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC)) return __net_ret(EINVAL);
    for (unsigned fd = first; fd <= last && fd < end; fd++) {
        if (flags & CLOSE_RANGE_CLOEXEC) __wasi_fd_set_flags((int)fd, __WASI_FD_CLOEXEC);
        else close((int)fd);
    }
    return 0;
}

void closefrom(int first) {
    int saved = errno;
    close_range(first < 0 ? 0 : (unsigned)first, ~0u, 0);
    errno = saved;
}
