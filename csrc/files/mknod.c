// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

// Nodes: pipes with names, and files. Devices take a privilege.

static int make_fifo(int fd, const char *path, mode_t mode) {
    struct net_place place;
    int32_t error = __net_place(fd, path, &place);
    if (error != 0) return __net_ret(error);
    error = __wasi_file_make_fifo(place.directory, place.path, strlen(place.path), mode & 01777);
    return __net_ret(__net_placed(&place, error));
}

static int make_file(int fd, const char *path, mode_t mode) {
    int file = openat(fd, path, O_CREAT | O_EXCL | O_WRONLY, mode & 01777);
    return file < 0 ? -1 : close(file);
}

int mknodat(int fd, const char *path, mode_t mode, dev_t device) {
    (void)device;
    switch (mode & S_IFMT) {
    case S_IFIFO: return make_fifo(fd, path, mode);
    case 0:
    case S_IFREG: return make_file(fd, path, mode);
    case S_IFDIR:
    case S_IFCHR:
    case S_IFBLK: return __net_ret(EPERM);
    case S_IFSOCK: return __net_ret(ENOTSUP);
    default: return __net_ret(EINVAL);
    }
}

int mknod(const char *path, mode_t mode, dev_t device) { return mknodat(AT_FDCWD, path, mode, device); }
int mkfifo(const char *path, mode_t mode) { return mkfifoat(AT_FDCWD, path, mode); }
int mkfifoat(int fd, const char *path, mode_t mode) { return mknodat(fd, path, S_IFIFO | (mode & 07777), 0); }
