// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "internal.h"

// Closes a descriptor. wasi-libc finds the preopened directories by their numbers, some versions as late as a program
// opens its first path: they must be found before such a number can mean something else.

void __wasilibc_populate_preopens(void) __attribute__((__weak__));

int close(int fd) {
    if (__wasilibc_populate_preopens) __wasilibc_populate_preopens();
    return __net_ret(__wasi_fd_close(fd));
}
ALSO_AS(close);
