// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
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

int32_t __net_place(int fd, const char *path, struct net_place *place) {
    int32_t error = __net_check_path(path);
    if (error != 0) return error;
    *place = (struct net_place){fd, path, NULL};
    if (fd != AT_FDCWD && *path != '/') return 0;
    error = __net_find_place(path, &place->directory, &place->room);
    place->path = place->room;
    return error;
}

int32_t __net_place_or_self(int fd, const char *path, int flags, struct net_place *place) {
    if (!(flags & AT_EMPTY_PATH) || !__net_inside(path, 1) || *path != '\0') return __net_place(fd, path, place);
    if (fd == AT_FDCWD) return __net_place(fd, ".", place);
    *place = (struct net_place){fd, path, NULL};
    return 0;
}

int32_t __net_placed(struct net_place *place, int32_t error) {
    free(place->room);
    return error == ENOTCAPABLE ? ENOENT : error;
}
