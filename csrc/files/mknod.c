// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

// Nodes: pipes with names, and files. Devices take a privilege. The permissions of what is made are the host's.

static int make_fifo(int fd, const char *path) {
    __wasi_fd_t directory = fd;
    char *rest = NULL;
    int32_t error = __net_check_path(path);
    if (error == 0 && (fd == AT_FDCWD || *path == '/')) error = __net_find_place(path, &directory, &rest);
    if (error != 0) return __net_ret(error);
    const char *name = rest != NULL ? rest : path;
    error = __wasi_fd_make_fifo(directory, name, strlen(name));
    free(rest);
    return __net_ret(error);
}

static int make_file(int fd, const char *path, mode_t mode) {
    int file = openat(fd, path, O_CREAT | O_EXCL | O_WRONLY, mode & 0777);
    return file < 0 ? -1 : close(file);
}

int mknodat(int fd, const char *path, mode_t mode, dev_t device) {
    (void)device;
    switch (mode & S_IFMT) {
    case S_IFIFO: return make_fifo(fd, path);
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
int mkfifoat(int fd, const char *path, mode_t mode) { return mknodat(fd, path, S_IFIFO | (mode & 0777), 0); }
