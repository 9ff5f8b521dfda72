// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>

#include "internal.h"

// Whether the next byte is the first behind urgent data.

int sockatmark(int fd) {
    uint32_t mark = 0;
    int32_t error = __wasi_socket_at_mark(fd, &mark);
    return __net_ret_value(error, (int32_t)mark);
}
