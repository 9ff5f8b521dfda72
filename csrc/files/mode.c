// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"
#include "user.h"

// Permissions and owners.

static uint32_t lookup(int flags) { return flags & AT_SYMLINK_NOFOLLOW ? 0 : __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW; }

// 07777: what Linux looks at.
int fchmod(int fd, mode_t mode) { return __net_ret(__wasi_file_set_mode(fd, 0, NULL, 0, mode & 07777)); }

int fchmodat(int fd, const char *path, mode_t mode, int flags) {
    struct net_place place;
    if (flags & ~AT_SYMLINK_NOFOLLOW) return __net_ret(EINVAL);
    int32_t error = __net_place(fd, path, &place);
    if (error != 0) return __net_ret(error);
    error = __wasi_file_set_mode(place.directory, lookup(flags), place.path, strlen(place.path), mode & 07777);
    return __net_ret(__net_placed(&place, error));
}

int chmod(const char *path, mode_t mode) { return fchmodat(AT_FDCWD, path, mode, 0); }
int lchmod(const char *path, mode_t mode) { return fchmodat(AT_FDCWD, path, mode, AT_SYMLINK_NOFOLLOW); }

mode_t umask(mode_t mask) {
    uint32_t before = 022;
    __wasi_file_set_mask(mask & 0777, &before);
    return before;
}

// A user or group as the host knows it.
static uint32_t known(uint32_t id, uint32_t own) { return id == own ? __WASI_NET_OWN_ID : id; }

int fchown(int fd, uid_t user, gid_t group) {
    return __net_ret(__wasi_file_set_owner(fd, 0, NULL, 0, known(user, NET_USER), known(group, NET_GROUP)));
}

int fchownat(int fd, const char *path, uid_t user, gid_t group, int flags) {
    struct net_place place;
    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH)) return __net_ret(EINVAL);
    int32_t error = __net_place_or_self(fd, path, flags, &place);
    if (error != 0) return __net_ret(error);
    error = __wasi_file_set_owner(place.directory, lookup(flags), place.path, strlen(place.path), known(user, NET_USER),
                                  known(group, NET_GROUP));
    return __net_ret(__net_placed(&place, error));
}

int chown(const char *path, uid_t user, gid_t group) { return fchownat(AT_FDCWD, path, user, group, 0); }

int lchown(const char *path, uid_t user, gid_t group) {
    return fchownat(AT_FDCWD, path, user, group, AT_SYMLINK_NOFOLLOW);
}

// The user that asks is the one that acts: AT_EACCESS makes no difference.
int faccessat(int fd, const char *path, int mode, int flags) {
    struct net_place place;
    if (mode & ~(R_OK | W_OK | X_OK) || flags & ~(AT_EACCESS | AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH)) return __net_ret(EINVAL);
    int32_t error = __net_place_or_self(fd, path, flags, &place);
    if (error != 0) return __net_ret(error);
    uint32_t access = (mode & R_OK ? 4u : 0u) | (mode & W_OK ? 2u : 0u) | (mode & X_OK ? 1u : 0u);
    error = __wasi_file_check_access(place.directory, lookup(flags), place.path, strlen(place.path), access);
    return __net_ret(__net_placed(&place, error));
}

int access(const char *path, int mode) { return faccessat(AT_FDCWD, path, mode, 0); }

int mkdirat(int fd, const char *path, mode_t mode) {
    struct net_place place;
    int32_t error = __net_place(fd, path, &place);
    if (error != 0) return __net_ret(error);
    error = __wasi_file_make_directory(place.directory, place.path, strlen(place.path), mode & 01777);
    return __net_ret(__net_placed(&place, error));
}

int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

ALSO_AS(chmod);
ALSO_AS(fchmod);
ALSO_AS(fchmodat);
