// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/file.h>
#include <unistd.h>

#include "internal.h"

// Advisory locks: WASI has none.

static int refuse(int fd) { return __net_ret(__net_unless_bad(fd, ENOLCK)); }

int flock(int fd, int operation) {
    (void)operation;
    return refuse(fd);
}

int lockf(int fd, int command, off_t size) {
    (void)command, (void)size;
    return refuse(fd);
}
