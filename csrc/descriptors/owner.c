// SPDX-License-Identifier: Apache-2.0
#include "internal.h"

// Who gets the signals of a descriptor: this program, or nobody.

bool __net_async_was_set;

int32_t __net_set_async(int fd, bool on) {
    int32_t error = __wasi_fd_set_async(fd, on);
    if (error == 0 && on) __net_async_was_set = true;
    return error;
}

int32_t __net_set_owner(int fd, pid_t owner) {
    bool known = owner == 0 || (owner != -1 && __net_is_self(owner));
    return known ? __wasi_fd_set_owner(fd, owner) : __net_unless_bad(fd, ESRCH);
}
