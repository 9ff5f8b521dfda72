// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

// Mappings as far as linear memory allows: fresh memory, and copies of files. A shared mapping of a file that could be
// written to is refused, since nothing would carry the writes back; so are addresses and protections.

// Each mapping is a block of its own with its length in front, a page of malloc's alignment away.
struct block {
    struct block *next;
    void *start;
    size_t length;
};

static struct block *blocks;

static int32_t check(size_t length, int protection, int flags, off_t offset) {
    int sharing = flags & MAP_TYPE;
    if (length == 0 || offset < 0 || offset % getpagesize() != 0) return EINVAL;
    if (sharing != MAP_PRIVATE && sharing != MAP_SHARED) return EINVAL;
    if (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE) || protection & PROT_EXEC) return ENOTSUP;
    if (!(flags & MAP_ANON) && sharing == MAP_SHARED && protection & PROT_WRITE) return ENOTSUP;
    return 0;
}

static int32_t read_file(int fd, char *start, size_t length, off_t offset) {
    for (size_t done = 0; done < length;) {
        ssize_t count = pread(fd, start + done, length - done, offset + (off_t)done);
        if (count == 0) return 0;
        // Open, but not for reading, is not what EBADF says of a mapping.
        if (count < 0 && errno == EBADF && fcntl(fd, F_GETFD) >= 0) return EACCES;
        if (count < 0) return errno == ENOTCAPABLE ? EACCES : errno;
        done += (size_t)count;
    }
    return 0;
}

void *mmap(void *hint, size_t length, int protection, int flags, int fd, off_t offset) {
    (void)hint;
    int32_t error = check(length, protection, flags, offset);
    size_t page = (size_t)getpagesize();
    size_t size = length <= SSIZE_MAX ? (length + page - 1) / page * page : 0;
    struct block *block = NULL;
    if (error == 0 && size == 0) error = ENOMEM;
    if (error == 0 && (block = calloc(1, sizeof *block)) == NULL) error = ENOMEM;
    if (error == 0 && (block->start = aligned_alloc(page, size)) == NULL) error = ENOMEM;
    if (error == 0) {
        memset(block->start, 0, size);
        block->length = size;
        if (!(flags & MAP_ANON)) error = read_file(fd, block->start, length, offset);
    }
    if (error != 0) {
        if (block != NULL) free(block->start);
        free(block);
        __net_ret(error);
        return MAP_FAILED;
    }
    block->next = blocks;
    blocks = block;
    return block->start;
}

// Only whole mappings can be given back.
int munmap(void *start, size_t length) {
    size_t page = (size_t)getpagesize();
    if (length == 0 || (uintptr_t)start % page != 0 || length > SSIZE_MAX) return __net_ret(EINVAL);
    size_t size = (length + page - 1) / page * page;
    for (struct block **link = &blocks; *link != NULL; link = &(*link)->next) {
        struct block *block = *link;
        if (block->start != start) continue;
        if (block->length != size) return __net_ret(ENOTSUP);
        *link = block->next;
        free(block->start);
        free(block);
        return 0;
    }
    return 0; // no mapping there is no error
}

int mprotect(void *start, size_t length, int protection) {
    (void)start, (void)length;
    return __net_ret(protection == (PROT_READ | PROT_WRITE) ? 0 : ENOTSUP);
}

int msync(void *start, size_t length, int flags) {
    (void)start, (void)length, (void)flags;
    return 0; // no mapping has writes to carry
}

int madvise(void *start, size_t length, int advice) {
    (void)start, (void)length;
    return __net_ret(advice >= MADV_NORMAL && advice <= MADV_WILLNEED ? 0 : EINVAL);
}

int posix_madvise(void *start, size_t length, int advice) {
    (void)start, (void)length;
    return advice >= POSIX_MADV_NORMAL && advice <= POSIX_MADV_DONTNEED ? 0 : EINVAL;
}

int mlock(const void *start, size_t length) {
    (void)start, (void)length;
    return __net_ret(EPERM);
}
int munlock(const void *start, size_t length) {
    (void)start, (void)length;
    return __net_ret(EPERM);
}
int mlockall(int flags) {
    (void)flags;
    return __net_ret(EPERM);
}
int munlockall(void) { return 0; }
