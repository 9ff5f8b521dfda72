// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/file.h>

#include "internal.h"

int flock(int fd, int operation) {
    int32_t error;
    int kind = operation & ~LOCK_NB;
    if (kind != LOCK_SH && kind != LOCK_EX && kind != LOCK_UN) return __net_ret(EINVAL);
    NET_RESTARTING(error, fd, false, __wasi_fd_lock_file(fd, (uint32_t)operation));
    return __net_ret(error);
}
