// SPDX-License-Identifier: Apache-2.0

// The WASI imports that are about files and what preview 1 leaves out of them: permissions, owners, file systems.
// <wasi/networking.h>, which includes this file, says what holds for all imports.
#ifndef __WASI_FILES_H
#define __WASI_FILES_H

#include <stddef.h>
#include <stdint.h>
#include <wasi/descriptors.h>

#ifdef __cplusplus
extern "C" {
#endif

// ---------------------------------------------------------------------------------------------------------------
// What goes where preview 1 has room: a program that only opens files and looks at them runs on every host, and is told
// and can say more on one that knows this.
// ---------------------------------------------------------------------------------------------------------------

enum {
    /// The byte of preview 1's filestat after the type, where the next six are little-endian numbers of 16 bits each: Linux's
    /// st_mode, the user and the group. Otherwise the seven bytes mean nothing.
    __WASI_FILE_DETAILS = 0x6d,
    /// As a user or group: the instance's own.
    __WASI_FILE_OWN = 0xffff,
    /// As a user or group: one whose number has no room.
    __WASI_FILE_OVERFLOW = 0xfffe,
    /// The upper 16 bits of path_open's fs_rights_base, where the 16 below are the permissions of a file that is made, of
    /// which the instance's mask leaves some out. Other hosts may refuse such rights: only for one that gives details.
    /// Set-user-ID and set-group-ID are left out, here and below. Without, they are 0666.
    __WASI_FILE_MODE = 0x6d6f,
};

// ---------------------------------------------------------------------------------------------------------------
// wasi_file. Most calls are about what `path` leads to from the directory `fd`, which it cannot leave, as in path_open;
// `flags` are preview 1's lookupflags. With a `path_length` of 0 they are about what `fd` is itself.
// ---------------------------------------------------------------------------------------------------------------

/// umask: which of the permissions 0777 new files do not get.
int32_t __wasi_file_set_mask(uint32_t mask, uint32_t *previous) __WASI_NET_IMPORT("wasi_file", "set_mask");

/// chmod. `mode`: Linux's permission bits. EROFS; EPERM: set-user-ID, or set-group-ID of what is no directory; what the
/// host's user has not made; standard input and its kin. ENOTSUP: a symbolic link.
int32_t __wasi_file_set_mode(__wasi_fd_t fd, uint32_t flags, const char *path, size_t path_length, uint32_t mode)
    __WASI_NET_IMPORT("wasi_file", "set_mode");

/// chown, by an ordinary user. __WASI_NET_OWN_ID: the instance's own; UINT32_MAX: what it is. EPERM: any other, and all but
/// the latter where the file is another user's; EROFS.
int32_t __wasi_file_set_owner(__wasi_fd_t fd, uint32_t flags, const char *path, size_t path_length, uint32_t user,
                              uint32_t group) __WASI_NET_IMPORT("wasi_file", "set_owner");

/// access. `mode`: 4 to read, 2 to write, 1 to execute, or 0 for whether it is there. EACCES, EROFS.
int32_t __wasi_file_check_access(__wasi_fd_t fd, uint32_t flags, const char *path, size_t path_length, uint32_t mode)
    __WASI_NET_IMPORT("wasi_file", "check_access");

/// mkdirat. As path_create_directory, with permissions other than 0777.
int32_t __wasi_file_make_directory(__wasi_fd_t directory, const char *path, size_t path_length, uint32_t mode)
    __WASI_NET_IMPORT("wasi_file", "make_directory");

/// mkfifoat: a pipe with a name, which path_open then opens. EEXIST, EROFS.
int32_t __wasi_file_make_fifo(__wasi_fd_t directory, const char *path, size_t path_length, uint32_t mode)
    __WASI_NET_IMPORT("wasi_file", "make_fifo");

/// renameat2. As path_rename, with `flags`: Linux's RENAME_NOREPLACE 1 (EEXIST), RENAME_EXCHANGE 2. EINVAL: others, or not of
/// this file system.
int32_t __wasi_file_rename(__wasi_fd_t directory, const char *path, size_t path_length, __wasi_fd_t new_directory,
                           const char *new_path, size_t new_path_length, uint32_t flags)
    __WASI_NET_IMPORT("wasi_file", "rename");

/// What a file system has room for: 88 bytes.
typedef struct __wasi_file_system {
    /// The size that is good for transfers, and that of the units in which the next three are.
    uint64_t block_size;
    uint64_t fragment_size;
    uint64_t blocks;
    uint64_t blocks_free;
    uint64_t blocks_available;
    uint64_t files;
    uint64_t files_free;
    uint64_t files_available;
    uint64_t id;
    /// __WASI_FILE_SYSTEM_* of what the host and the directory permit, and others with Linux's values.
    uint32_t flags;
    /// The longest name.
    uint32_t name_length;
    /// Linux's number for its kind.
    uint32_t kind;
    uint32_t reserved;
} __wasi_file_system_t;
_Static_assert(sizeof(__wasi_file_system_t) == 88, "size");
_Static_assert(offsetof(__wasi_file_system_t, id) == 64, "offset");
_Static_assert(offsetof(__wasi_file_system_t, flags) == 72, "offset");
_Static_assert(offsetof(__wasi_file_system_t, name_length) == 76, "offset");
_Static_assert(offsetof(__wasi_file_system_t, kind) == 80, "offset");

enum { __WASI_FILE_SYSTEM_READ_ONLY = 1 };

/// fstatvfs: the file system that a file is in.
int32_t __wasi_file_get_system(__wasi_fd_t fd, uint32_t flags, const char *path, size_t path_length,
                               __wasi_file_system_t *system) __WASI_NET_IMPORT("wasi_file", "get_system");

/// syncfs: what was written to the file system that `fd` is in is on the device when this returns.
int32_t __wasi_file_synchronize(__wasi_fd_t fd) __WASI_NET_IMPORT("wasi_file", "synchronize");

/// A path of a directory, as the directories that were given lead to it: `*length` bytes, without a NUL. ENOTDIR; ENOENT: none
/// does; ERANGE: there is not the room.
int32_t __wasi_file_path_of(__wasi_fd_t directory, char *path, size_t size, size_t *length)
    __WASI_NET_IMPORT("wasi_file", "path_of");

// ---------------------------------------------------------------------------------------------------------------
// Files in linear memory. Addresses, sizes and offsets are multiples of 4096.
// ---------------------------------------------------------------------------------------------------------------

/// mmap(MAP_SHARED | MAP_FIXED): what the memory has from now on is the file's, from `offset` on. With `writes` 1 what is
/// written to it is written to the file; with 0 it is not, and such a page sees no more of the file. Beyond the last page of
/// the file: SIGBUS. EACCES: not opened for that; ENODEV: not a regular file; ENOMEM: more than 1024 at once; EINVAL.
int32_t __wasi_file_map(__wasi_fd_t fd, void *memory, size_t size, uint64_t offset, uint32_t writes)
    __WASI_NET_IMPORT("wasi_file", "map");

/// The memory is the instance's own again, and zero: all that a call of map was for.
int32_t __wasi_file_unmap(void *memory, size_t size) __WASI_NET_IMPORT("wasi_file", "unmap");

/// msync(MS_SYNC).
int32_t __wasi_file_flush(void *memory, size_t size) __WASI_NET_IMPORT("wasi_file", "flush");

#ifdef __cplusplus
}
#endif

#endif
