// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "internal.h"

// See close.c for the preopened directories.
void __wasilibc_populate_preopens(void) __attribute__((__weak__));

int dup3(int fd, int target, int flags) {
    if (fd == target || flags & ~O_CLOEXEC) return __net_ret(EINVAL);
    if (__wasilibc_populate_preopens) __wasilibc_populate_preopens();
    return __net_ret_value(__wasi_fd_dup_to(fd, target, flags & O_CLOEXEC ? __WASI_FD_CLOEXEC : 0), target);
}
