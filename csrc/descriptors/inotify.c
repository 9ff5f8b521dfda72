// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>

#include "internal.h"

int inotify_init1(int flags) {
    __wasi_fd_t fd = -1;
    uint32_t create = 0;
    int32_t error = __net_create_flags(flags, 0, &create);
    if (error == 0) error = __wasi_event_create_watcher(create, &fd);
    return __net_ret_value(error, fd);
}

int inotify_init(void) { return inotify_init1(0); }

// Bits that Linux does not know it leaves alone.
#define KNOWN (IN_ALL_EVENTS | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK | IN_MASK_CREATE | IN_MASK_ADD | IN_ONESHOT)

int inotify_add_watch(int fd, const char *path, uint32_t mask) {
    int32_t watch = -1;
    __wasi_fd_t directory;
    char *rest;
    if ((mask & (IN_ALL_EVENTS | IN_UNMOUNT | IN_Q_OVERFLOW | IN_IGNORED)) == 0) return __net_ret(EINVAL);
    int32_t error = __net_unless_bad(fd, 0);
    if (error == 0) error = __net_check_path(path);
    if (error == 0) error = __net_find_place(path, &directory, &rest);
    if (error != 0) return __net_ret(error);
    error = __wasi_event_add_watch(fd, directory, rest, strlen(rest), mask & KNOWN, &watch);
    free(rest);
    return __net_ret_value(error, watch);
}

int inotify_rm_watch(int fd, int watch) { return __net_ret(__wasi_event_remove_watch(fd, watch)); }
