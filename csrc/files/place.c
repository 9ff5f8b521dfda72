// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wasi/libc-find-relpath.h>

#include "internal.h"

int32_t __net_find_place(const char *name, __wasi_fd_t *directory, char **rest) {
    const char *prefix;
    size_t size = PATH_MAX;
    char *path = malloc(size);
    if (path == NULL) return ENOMEM;
    char *found = path;
    if (__wasilibc_find_relpath_alloc) *directory = __wasilibc_find_relpath_alloc(name, &prefix, &path, &size, 1);
    else *directory = __wasilibc_find_relpath(name, &prefix, &found, size);
    if (__wasilibc_find_relpath_alloc) found = path;
    if (*directory < 0) {
        int32_t error = errno == ENOTCAPABLE ? ENOENT : errno;
        free(path);
        return error;
    }
    if (found != path) memmove(path, found, strlen(found) + 1);
    *rest = path;
    return 0;
}
