// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "internal.h"

int dup3(int fd, int target, int flags) {
    if (fd == target || flags & ~O_CLOEXEC) return __net_ret(EINVAL);
    int32_t error = __net_make_way(fd, target);
    if (error == 0) error = __wasi_fd_dup_to(fd, target, flags & O_CLOEXEC ? __WASI_FD_CLOEXEC : 0);
    return __net_ret_value(error, target);
}
