// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "internal.h"

// See close.c for the preopened directories.
void __wasilibc_populate_preopens(void) __attribute__((__weak__));

int dup2(int fd, int target) {
    if (__wasilibc_populate_preopens) __wasilibc_populate_preopens();
    return __net_ret_value(__wasi_fd_dup_to(fd, target, 0), target);
}
