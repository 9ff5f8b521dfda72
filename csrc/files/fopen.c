// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

// fopen over our open, which wasi-libc's goes past, and fdopen, which looks at no descriptor there.

FILE *__fdopen(int fd, const char *mode); // wasi-libc's

static int flags_of(const char *mode) {
    int flags = *mode == 'r' ? 0 : O_CREAT;
    if (*mode == 'w') flags |= O_TRUNC;
    if (*mode == 'a') flags |= O_APPEND;
    if (strchr(mode, '+') != NULL) flags |= O_RDWR;
    else flags |= *mode == 'r' ? O_RDONLY : O_WRONLY;
    if (strchr(mode, 'x') != NULL) flags |= O_EXCL;
    if (strchr(mode, 'e') != NULL) flags |= O_CLOEXEC;
    return flags;
}

static bool is_mode(const char *mode) { return *mode != '\0' && strchr("rwa", *mode) != NULL; }

// The stream may do no more than the descriptor.
FILE *fdopen(int fd, const char *mode) {
    int flags = is_mode(mode) ? __net_status_flags(fd) : 0;
    if (flags < 0) return NULL;
    int may = flags & O_ACCMODE, wanted = flags_of(mode) & O_ACCMODE;
    if (!is_mode(mode) || (may != O_RDWR && may != wanted)) {
        errno = EINVAL;
        return NULL;
    }
    return __fdopen(fd, mode);
}

FILE *fopen(const char *restrict path, const char *restrict mode) {
    if (!is_mode(mode)) {
        errno = EINVAL;
        return NULL;
    }
    int fd = open(path, flags_of(mode), 0666);
    if (fd < 0) return NULL;
    FILE *file = __fdopen(fd, mode);
    if (file == NULL) close(fd);
    return file;
}
