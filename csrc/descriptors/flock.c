// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/file.h>

#include "internal.h"

int flock(int fd, int operation) {
    int32_t error;
    NET_RESTARTING(error, fd, false, __wasi_fd_lock_file(fd, (uint32_t)operation));
    return __net_ret(error);
}
