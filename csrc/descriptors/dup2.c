// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "internal.h"

int dup2(int fd, int target) {
    int32_t error = fd != target ? __net_make_way(fd, target) : 0;
    return __net_ret_value(error != 0 ? error : __wasi_fd_dup_to(fd, target, 0), target);
}
