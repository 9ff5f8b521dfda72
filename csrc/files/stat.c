// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"
#include "process/user.h"

// stat with a mode: WASI tells a file's type and no permissions, and not even the type of a pipe. Programs that look
// at permissions see those that a new file gets, and their own user as the owner. chmod succeeds when it would change
// nothing of that, and is ENOTSUP otherwise: to say that a file is private now when it is not would be worse.

// wasi-libc's functions, which our header's names stand before.
int __net_libc_stat(const char *restrict, struct stat *restrict) __asm__("stat");
int __net_libc_lstat(const char *restrict, struct stat *restrict) __asm__("lstat");
int __net_libc_fstat(int, struct stat *) __asm__("fstat");
int __net_libc_fstatat(int, const char *restrict, struct stat *restrict, int) __asm__("fstatat");

static mode_t creation_mask = 022;

static int complete(int result, struct stat *status) {
    if (result != 0) {
        if (errno == ENOTCAPABLE) errno = ENOENT;
        return result;
    }
    switch (status->st_mode & S_IFMT) {
    case 0: status->st_mode |= S_IFIFO | 0600; break;
    case S_IFDIR: status->st_mode |= 0755; break;
    case S_IFREG: status->st_mode |= 0644; break;
    case S_IFLNK:
    case S_IFSOCK: status->st_mode |= 0777; break;
    default: status->st_mode |= 0666; break;
    }
    status->st_uid = NET_USER;
    status->st_gid = NET_GROUP;
    return 0;
}

// A path to ask about and room for what is found.
static int32_t check(const char *path, const struct stat *status) {
    int32_t error = __net_check_path(path);
    return error == 0 && !__net_inside(status, sizeof *status) ? EFAULT : error;
}

int stat(const char *restrict path, struct stat *restrict status) {
    int32_t error = check(path, status);
    return error != 0 ? __net_ret(error) : complete(__net_libc_stat(path, status), status);
}

int lstat(const char *restrict path, struct stat *restrict status) {
    int32_t error = check(path, status);
    return error != 0 ? __net_ret(error) : complete(__net_libc_lstat(path, status), status);
}

int fstat(int fd, struct stat *status) {
    if (!__net_inside(status, sizeof *status)) return __net_ret(__net_fault(fd));
    return complete(__net_libc_fstat(fd, status), status);
}

int fstatat(int fd, const char *restrict path, struct stat *restrict status, int flags) {
    int32_t error = flags & ~AT_SYMLINK_NOFOLLOW ? EINVAL : check(path, status);
    return error != 0 ? __net_ret(error) : complete(__net_libc_fstatat(fd, path, status, flags), status);
}

static int32_t unchanged(const struct stat *status, mode_t mode) {
    return (status->st_mode & 07777) == (mode & 07777) ? 0 : ENOTSUP;
}

int chmod(const char *path, mode_t mode) {
    struct stat status;
    return stat(path, &status) == 0 ? __net_ret(unchanged(&status, mode)) : -1;
}

int lchmod(const char *path, mode_t mode) {
    struct stat status;
    return lstat(path, &status) == 0 ? __net_ret(unchanged(&status, mode)) : -1;
}

int fchmod(int fd, mode_t mode) {
    struct stat status;
    return fstat(fd, &status) == 0 ? __net_ret(unchanged(&status, mode)) : -1;
}

int fchmodat(int fd, const char *path, mode_t mode, int flags) {
    struct stat status;
    if (flags & ~AT_SYMLINK_NOFOLLOW) return __net_ret(EINVAL);
    return fstatat(fd, path, &status, flags) == 0 ? __net_ret(unchanged(&status, mode)) : -1;
}

// Remembered, and without effect: files are made under the host's mask.
mode_t umask(mode_t mask) {
    mode_t before = creation_mask;
    creation_mask = mask & 0777;
    return before;
}

static int own(int result, uid_t user, gid_t group) {
    bool kept = (user == NET_USER || user == (uid_t)-1) && (group == NET_GROUP || group == (gid_t)-1);
    return result == 0 ? __net_ret(kept ? 0 : EPERM) : -1;
}

int chown(const char *path, uid_t user, gid_t group) {
    struct stat status;
    return own(stat(path, &status), user, group);
}

int lchown(const char *path, uid_t user, gid_t group) {
    struct stat status;
    return own(lstat(path, &status), user, group);
}

int fchown(int fd, uid_t user, gid_t group) {
    struct stat status;
    return own(fstat(fd, &status), user, group);
}

int fchownat(int fd, const char *path, uid_t user, gid_t group, int flags) {
    struct stat status;
    if (flags & ~AT_SYMLINK_NOFOLLOW) return __net_ret(EINVAL);
    return own(fstatat(fd, path, &status, flags), user, group);
}

ALSO_AS(chmod);
ALSO_AS(fchmod);
ALSO_AS(fchmodat);
