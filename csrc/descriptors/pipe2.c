// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "internal.h"

int pipe2(int ends[2], int flags) {
    __wasi_fd_t read_end = -1, write_end = -1;
    if (flags & ~(O_NONBLOCK | O_CLOEXEC | O_DIRECT)) return __net_ret(EINVAL);
    if (!__net_inside(ends, 2 * sizeof *ends)) return __net_ret(EFAULT);
    uint32_t create =
        (flags & O_NONBLOCK ? __WASI_NET_CREATE_NONBLOCK : 0u) | (flags & O_CLOEXEC ? __WASI_NET_CREATE_CLOEXEC : 0u) |
        (flags & O_DIRECT ? __WASI_FD_PIPE_OF_PACKETS : 0u);
    int32_t error = __wasi_fd_pipe(create, &read_end, &write_end);
    if (error == 0) {
        ends[0] = read_end;
        ends[1] = write_end;
    }
    return __net_ret(error);
}
