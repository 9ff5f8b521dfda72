// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "internal.h"

// File systems: their room, and that what was written is there.

static int32_t of_path(const char *path, __wasi_file_system_t *system) {
    struct net_place place;
    int32_t error = __net_place(AT_FDCWD, path, &place);
    if (error != 0) return error;
    error = __wasi_file_get_system(place.directory, __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW, place.path, strlen(place.path), system);
    return __net_placed(&place, error);
}

static int32_t of_descriptor(int fd, __wasi_file_system_t *system) { return __wasi_file_get_system(fd, 0, NULL, 0, system); }

static int tell_vfs(int32_t error, const __wasi_file_system_t *system, struct statvfs *status) {
    if (error == 0 && !__net_inside(status, sizeof *status)) error = EFAULT;
    if (error != 0) return __net_ret(error);
    *status = (struct statvfs){
        .f_bsize = (unsigned long)system->block_size,
        .f_frsize = (unsigned long)system->fragment_size,
        .f_blocks = system->blocks,
        .f_bfree = system->blocks_free,
        .f_bavail = system->blocks_available,
        .f_files = system->files,
        .f_ffree = system->files_free,
        .f_favail = system->files_available,
        .f_fsid = (unsigned long)system->id,
        .f_flag = system->flags,
        .f_namemax = system->name_length,
    };
    return 0;
}

static int tell_fs(int32_t error, const __wasi_file_system_t *system, struct statfs *status) {
    if (error == 0 && !__net_inside(status, sizeof *status)) error = EFAULT;
    if (error != 0) return __net_ret(error);
    *status = (struct statfs){
        .f_type = (long)system->kind,
        .f_bsize = (long)system->block_size,
        .f_blocks = system->blocks,
        .f_bfree = system->blocks_free,
        .f_bavail = system->blocks_available,
        .f_files = system->files,
        .f_ffree = system->files_free,
        .f_fsid = {{(int)(uint32_t)system->id, (int)(uint32_t)(system->id >> 32)}},
        .f_namelen = (long)system->name_length,
        .f_frsize = (long)system->fragment_size,
        .f_flags = (long)system->flags,
    };
    return 0;
}

int statvfs(const char *restrict path, struct statvfs *restrict status) {
    __wasi_file_system_t system;
    return tell_vfs(of_path(path, &system), &system, status);
}

int fstatvfs(int fd, struct statvfs *status) {
    __wasi_file_system_t system;
    return tell_vfs(of_descriptor(fd, &system), &system, status);
}

int statfs(const char *path, struct statfs *status) {
    __wasi_file_system_t system;
    return tell_fs(of_path(path, &system), &system, status);
}

int fstatfs(int fd, struct statfs *status) {
    __wasi_file_system_t system;
    return tell_fs(of_descriptor(fd, &system), &system, status);
}

int syncfs(int fd) { return __net_ret(__wasi_file_synchronize(fd)); }

// The directories that were given are the ones that start at 3.
void sync(void) {
    __wasi_prestat_t given;
    for (int fd = STDERR_FILENO + 1; __wasi_fd_prestat_get(fd, &given) == 0; fd++) __wasi_file_synchronize(fd);
}

ALSO_AS(statvfs);
ALSO_AS(fstatvfs);
