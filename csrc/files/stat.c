// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "internal.h"
#include "user.h"

// stat: preview 1's records, with what our host tells in the bytes that these leave unused. On another host a file has the
// permissions that a new one usually gets, and the program's own user.

// The bytes after the type: a mark, then the mode, the user and the group.
struct details {
    uint8_t type;
    uint8_t mark;
    uint16_t mode;
    uint16_t user;
    uint16_t group;
};
_Static_assert(offsetof(__wasi_filestat_t, nlink) - offsetof(__wasi_filestat_t, filetype) == sizeof(struct details), "room");

static mode_t usual_mode(__wasi_filetype_t type) {
    switch (type) {
    case __WASI_FILETYPE_UNKNOWN: return S_IFIFO | 0600;
    case __WASI_FILETYPE_DIRECTORY: return S_IFDIR | 0755;
    case __WASI_FILETYPE_REGULAR_FILE: return S_IFREG | 0644;
    case __WASI_FILETYPE_SYMBOLIC_LINK: return S_IFLNK | 0777;
    case __WASI_FILETYPE_BLOCK_DEVICE: return S_IFBLK | 0666;
    case __WASI_FILETYPE_CHARACTER_DEVICE: return S_IFCHR | 0666;
    default: return S_IFSOCK | 0777;
    }
}

// What is another's is not the program's, whatever its number.
static unsigned number_of(uint16_t id, unsigned own) {
    if (id == __WASI_FILE_OWN) return own;
    return id == own ? __WASI_FILE_OVERFLOW : id;
}

bool __net_has_details(const __wasi_filestat_t *record) {
    return ((const unsigned char *)&record->filetype)[1] == __WASI_FILE_DETAILS;
}

static struct timespec time_of(__wasi_timestamp_t nanoseconds) {
    return (struct timespec){.tv_sec = (time_t)(nanoseconds / 1000000000), .tv_nsec = (long)(nanoseconds % 1000000000)};
}

static void tell(const __wasi_filestat_t *record, struct stat *status) {
    enum { BLOCK = 512 };
    struct details details;
    memcpy(&details, &record->filetype, sizeof details);
    if (!__net_has_details(record)) {
        details.mode = (uint16_t)usual_mode(record->filetype);
        details.user = details.group = __WASI_FILE_OWN;
    }
    *status = (struct stat){
        .st_dev = record->dev,
        .st_ino = record->ino,
        .st_nlink = record->nlink,
        .st_mode = details.mode,
        .st_uid = number_of(details.user, NET_USER),
        .st_gid = number_of(details.group, NET_GROUP),
        .st_size = (off_t)record->size,
        .st_blksize = 4096,
        .st_blocks = (blkcnt_t)((record->size + BLOCK - 1) / BLOCK),
        .st_atim = time_of(record->atim),
        .st_mtim = time_of(record->mtim),
        .st_ctim = time_of(record->ctim),
    };
}

static int finish(int32_t error, const __wasi_filestat_t *record, struct stat *status) {
    if (error == 0 && !__net_inside(status, sizeof *status)) error = EFAULT;
    if (error == 0) tell(record, status);
    return __net_ret(error);
}

int fstat(int fd, struct stat *status) {
    __wasi_filestat_t record;
    int32_t error = __wasi_fd_filestat_get(fd, &record);
    return finish(error == ENOTCAPABLE ? EBADF : error, &record, status);
}

int fstatat(int fd, const char *restrict path, struct stat *restrict status, int flags) {
    struct net_place place;
    __wasi_filestat_t record;
    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | AT_NO_AUTOMOUNT)) return __net_ret(EINVAL);
    int32_t error = __net_place_or_self(fd, path, flags, &place);
    if (error != 0) return __net_ret(error);
    if (*place.path == '\0') return fstat(fd, status);
    __wasi_lookupflags_t lookup = flags & AT_SYMLINK_NOFOLLOW ? 0 : __WASI_LOOKUPFLAGS_SYMLINK_FOLLOW;
    error = __net_placed(&place, __wasi_path_filestat_get(place.directory, lookup, place.path, &record));
    return finish(error, &record, status);
}

int stat(const char *restrict path, struct stat *restrict status) { return fstatat(AT_FDCWD, path, status, 0); }

int lstat(const char *restrict path, struct stat *restrict status) {
    return fstatat(AT_FDCWD, path, status, AT_SYMLINK_NOFOLLOW);
}

static struct statx_timestamp statx_time(struct timespec time) {
    return (struct statx_timestamp){.tv_sec = time.tv_sec, .tv_nsec = (unsigned)time.tv_nsec};
}

// What stat tells, whatever is asked for: more there is not, and no flag makes a difference to how it is found.
int statx(int fd, const char *restrict path, int flags, unsigned mask, struct statx *restrict result) {
    struct stat status;
    if (mask >> 31 || (flags & AT_STATX_SYNC_TYPE) == AT_STATX_SYNC_TYPE) return __net_ret(EINVAL);
    if (fstatat(fd, path, &status, flags & ~AT_STATX_SYNC_TYPE) != 0) return -1;
    if (!__net_inside(result, sizeof *result)) return __net_ret(EFAULT);
    *result = (struct statx){
        .stx_mask = STATX_BASIC_STATS,
        .stx_blksize = (unsigned)status.st_blksize,
        .stx_nlink = (unsigned)status.st_nlink,
        .stx_uid = status.st_uid,
        .stx_gid = status.st_gid,
        .stx_mode = (unsigned short)status.st_mode,
        .stx_ino = status.st_ino,
        .stx_size = (unsigned long long)status.st_size,
        .stx_blocks = (unsigned long long)status.st_blocks,
        .stx_atime = statx_time(status.st_atim),
        .stx_ctime = statx_time(status.st_ctim),
        .stx_mtime = statx_time(status.st_mtim),
        .stx_dev_major = major(status.st_dev),
        .stx_dev_minor = minor(status.st_dev),
    };
    return 0;
}
