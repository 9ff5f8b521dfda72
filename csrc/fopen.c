// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// fopen over our open: wasi-libc's goes past it.

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

FILE *fopen(const char *restrict path, const char *restrict mode) {
    if (*mode == '\0' || strchr("rwa", *mode) == NULL) {
        errno = EINVAL;
        return NULL;
    }
    int fd = open(path, flags_of(mode), 0666);
    if (fd < 0) return NULL;
    FILE *file = fdopen(fd, mode);
    if (file == NULL) close(fd);
    return file;
}
