// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/random.h>

#include "internal.h"

// Random bytes. The host's never run out, so that the flags ask for what is so.

ssize_t getrandom(void *buf, size_t size, unsigned flags) {
    if (flags & ~(unsigned)(GRND_NONBLOCK | GRND_RANDOM)) return __net_ret(EINVAL);
    if (size > 0 && !__net_inside(buf, size)) return __net_ret(EFAULT);
    return __net_ret_size(__wasi_random_get(buf, size), size);
}
