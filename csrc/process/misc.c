// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "internal.h"

// Small calls that have no better place.

int fchdir(int fd) {
    return __net_ret(__net_unless_bad(fd, ENOTSUP)); // wasi-libc's current directory is a path
}

char *secure_getenv(const char *name) { return getenv(name); }

int getloadavg(double *samples, int count) {
    (void)samples, (void)count;
    return -1;
}
