// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#include <utime.h>

#include "internal.h"

// wasi-libc's functions that take paths, which our headers' names stand before: they read whatever is at a bad address,
// take the empty path for the working directory, and have an error of their own for what is not among the directories
// that were given, where a program finds nothing.

int __net_libc_unlink(const char *) __asm__("unlink");
int __net_libc_unlinkat(int, const char *, int) __asm__("unlinkat");
int __net_libc_rmdir(const char *) __asm__("rmdir");
int __net_libc_remove(const char *) __asm__("remove");
int __net_libc_rename(const char *, const char *) __asm__("rename");
int __net_libc_renameat(int, const char *, int, const char *) __asm__("renameat");
int __net_libc_link(const char *, const char *) __asm__("link");
int __net_libc_symlink(const char *, const char *) __asm__("symlink");
int __net_libc_symlinkat(const char *, int, const char *) __asm__("symlinkat");
ssize_t __net_libc_readlink(const char *restrict, char *restrict, size_t) __asm__("readlink");
ssize_t __net_libc_readlinkat(int, const char *restrict, char *restrict, size_t) __asm__("readlinkat");
int __net_libc_chdir(const char *) __asm__("chdir");
int __net_libc_truncate(const char *, off_t) __asm__("truncate");
int __net_libc_utimensat(int, const char *, const struct timespec *, int) __asm__("utimensat");
int __net_libc_futimens(int, const struct timespec *) __asm__("futimens");
int __net_libc_utime(const char *, const struct utimbuf *) __asm__("utime");
DIR *__net_libc_opendir(const char *) __asm__("opendir");

// Whether a path may be asked about; sets errno.
static bool is_path(const char *path) { return __net_ret(__net_check_path(path)) == 0; }

static ssize_t finish(ssize_t result) {
    if (result < 0 && errno == ENOTCAPABLE) errno = ENOENT;
    return result;
}

#define ON(path, call) (is_path(path) ? (int)finish(call) : -1)
#define ON_BOTH(old, new, call) (is_path(old) && is_path(new) ? (int)finish(call) : -1)
#define KNOWING(flags, known, result) ((flags) & ~(known) ? __net_ret(EINVAL) : (result))

int unlink(const char *path) { return ON(path, __net_libc_unlink(path)); }

int unlinkat(int fd, const char *path, int flags) {
    return KNOWING(flags, AT_REMOVEDIR, ON(path, __net_libc_unlinkat(fd, path, flags)));
}

int rmdir(const char *path) { return ON(path, __net_libc_rmdir(path)); }

int remove(const char *path) { return ON(path, __net_libc_remove(path)); }

int rename(const char *old, const char *new) { return ON_BOTH(old, new, __net_libc_rename(old, new)); }

int renameat2(int fd, const char *old, int new_fd, const char *new, unsigned flags) {
    struct net_place from, to;
    int32_t error = flags & ~(unsigned)(RENAME_NOREPLACE | RENAME_EXCHANGE) ? EINVAL : __net_place(fd, old, &from);
    if (error != 0) return __net_ret(error);
    error = __net_place(new_fd, new, &to);
    if (error == 0)
        error = __net_placed(&to, __wasi_file_rename(from.directory, from.path, strlen(from.path), to.directory, to.path,
                                                     strlen(to.path), flags));
    return __net_ret(__net_placed(&from, error));
}

int renameat(int fd, const char *old, int new_fd, const char *new) {
    return ON_BOTH(old, new, __net_libc_renameat(fd, old, new_fd, new));
}

int link(const char *old, const char *new) { return ON_BOTH(old, new, __net_libc_link(old, new)); }

// wasi-libc's has one buffer for both paths when neither has a directory of its own.
static int32_t make_link(int fd, const char *old, int new_fd, const char *new, __wasi_lookupflags_t flags) {
    struct net_place from, to;
    int32_t error = __net_place(fd, old, &from);
    if (error != 0) return error;
    error = __net_place(new_fd, new, &to);
    if (error == 0) error = __net_placed(&to, __wasi_path_link(from.directory, flags, from.path, to.directory, to.path));
    return __net_placed(&from, error);
}

int linkat(int fd, const char *old, int new_fd, const char *new, int flags) {
    __wasi_lookupflags_t follow = flags & AT_SYMLINK_FOLLOW ? __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW : 0;
    return KNOWING(flags, AT_SYMLINK_FOLLOW, ON_BOTH(old, new, __net_ret(make_link(fd, old, new_fd, new, follow))));
}

int symlink(const char *target, const char *path) { return ON_BOTH(target, path, __net_libc_symlink(target, path)); }

int symlinkat(const char *target, int fd, const char *path) {
    return ON_BOTH(target, path, __net_libc_symlinkat(target, fd, path));
}

// What may be the matter with the room for a target, once the path is one.
static int32_t check_room(const char *buffer, size_t size) {
    if (size == 0 || size > INT_MAX) return EINVAL;
    return __net_inside(buffer, size) ? 0 : EFAULT;
}

ssize_t readlink(const char *restrict path, char *restrict buffer, size_t size) {
    if (!is_path(path) || __net_ret(check_room(buffer, size)) != 0) return -1;
    return finish(__net_libc_readlink(path, buffer, size));
}

ssize_t readlinkat(int fd, const char *restrict path, char *restrict buffer, size_t size) {
    if (!is_path(path) || __net_ret(check_room(buffer, size)) != 0) return -1;
    return finish(__net_libc_readlinkat(fd, path, buffer, size));
}

int chdir(const char *path) { return ON(path, __net_libc_chdir(path)); }

int truncate(const char *path, off_t size) { return ON(path, __net_libc_truncate(path, size)); }

// Times to set; null is the time that it is.
static int32_t check_times(const struct timespec *times) {
    if (times == NULL) return 0;
    if (!__net_inside(times, 2 * sizeof *times)) return EFAULT;
    for (int i = 0; i < 2; i++) {
        long part = times[i].tv_nsec;
        if (part != UTIME_NOW && part != UTIME_OMIT && (part < 0 || part >= 1000000000)) return EINVAL;
    }
    return 0;
}

// Linux does not look for what is not to be changed.
static bool changes_nothing(const struct timespec *times) {
    return times != NULL && times[0].tv_nsec == UTIME_OMIT && times[1].tv_nsec == UTIME_OMIT;
}

int utimensat(int fd, const char *path, const struct timespec times[2], int flags) {
    if (path == NULL) return __net_ret(EINVAL);
    if (__net_ret(check_times(times)) != 0) return -1;
    if (changes_nothing(times)) return 0;
    return KNOWING(flags, AT_SYMLINK_NOFOLLOW, ON(path, __net_libc_utimensat(fd, path, times, flags)));
}

int futimens(int fd, const struct timespec times[2]) {
    if (__net_ret(check_times(times)) != 0) return -1;
    return (int)finish(__net_libc_futimens(fd, times));
}

int utimes(const char *path, const struct timeval times[2]) {
    struct timespec converted[2];
    if (times == NULL) return ON(path, __net_libc_utimensat(AT_FDCWD, path, NULL, 0));
    if (!__net_inside(times, 2 * sizeof *times)) return __net_ret(EFAULT);
    for (int i = 0; i < 2; i++) {
        if (times[i].tv_usec < 0 || times[i].tv_usec >= 1000000) return __net_ret(EINVAL);
        converted[i] = (struct timespec){.tv_sec = times[i].tv_sec, .tv_nsec = (long)times[i].tv_usec * 1000};
    }
    return ON(path, __net_libc_utimensat(AT_FDCWD, path, converted, 0));
}

int utime(const char *path, const struct utimbuf *times) {
    if (times != NULL && !__net_inside(times, sizeof *times)) return __net_ret(EFAULT);
    return ON(path, __net_libc_utime(path, times));
}

DIR *opendir(const char *path) {
    if (!is_path(path)) return NULL;
    DIR *directory = __net_libc_opendir(path);
    if (directory == NULL) finish(-1);
    return directory;
}
