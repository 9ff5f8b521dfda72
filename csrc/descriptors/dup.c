// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "internal.h"

int dup(int fd) {
    __wasi_fd_t copy = -1;
    int32_t error = __wasi_fd_dup(fd, 0, 0, &copy);
    // No number is below a limit of 0 (setrlimit): to fcntl that is a bad argument, here there was none.
    return __net_ret_value(error == EINVAL ? EMFILE : error, copy);
}
