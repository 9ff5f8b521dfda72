// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>

#include "internal.h"

int32_t __net_create_flags(int flags, int others, uint32_t *result) {
    if (flags & ~(O_NONBLOCK | O_CLOEXEC | others)) return EINVAL;
    *result = (flags & O_NONBLOCK ? __WASI_NET_CREATE_NONBLOCK : 0u) |
              (flags & O_CLOEXEC ? __WASI_NET_CREATE_CLOEXEC : 0u);
    return 0;
}
