// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "internal.h"

// The directories that were given are nothing that a program could close.
int close(int fd) {
    if (fd >= 0 && __net_next_directory((unsigned)fd) == (unsigned)fd) return __net_ret(EBADF);
    return __net_ret(__wasi_fd_close(fd));
}
ALSO_AS(close);
