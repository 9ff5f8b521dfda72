// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "internal.h"

int dup(int fd) {
    __wasi_fd_t copy = -1;
    int32_t error = __wasi_fd_dup(fd, 0, 0, &copy);
    return __net_ret_value(error, copy);
}
