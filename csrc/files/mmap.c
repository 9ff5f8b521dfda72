// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

// Mappings as far as linear memory allows: fresh memory, common to processes or not, copies of files, and files themselves,
// which the host puts in the place of memory. Protections are refused, and addresses outside of what is mapped already.

// What a page is. Those of files would have to be read again to be enlarged or forgotten.
enum { GONE, ANONYMOUS, OF_FILE };

// Each mapping is a block of pages of malloc's, which goes back when all its pages were unmapped.
struct block {
    struct block *next;
    char *start;
    size_t count;
    size_t left;
    // Whose the memory is: this process's; also that of those which it forks; a file's, to be read; a file's.
    enum { OWN, COMMON, VIEW, SHARED } source;
    unsigned char pages[];
};

static struct block *blocks;

static size_t page_size(void) { return (size_t)getpagesize(); }
static bool is_aligned(const void *address) { return (uintptr_t)address % page_size() == 0; }

// 0: more than there can be.
static size_t pages_of(size_t length) { return length <= SSIZE_MAX ? (length + page_size() - 1) / page_size() : 0; }

static bool is_memory(const void *start, size_t length) {
    size_t pages = pages_of(length);
    return length == 0 || (pages != 0 && __net_inside(start, pages * page_size()));
}

// --- Blocks ---

static struct block *new_block(size_t pages, unsigned char kind) {
    struct block *block = malloc(sizeof *block + pages);
    if (block == NULL) return NULL;
    if ((block->start = aligned_alloc(page_size(), pages * page_size())) == NULL) {
        free(block);
        return NULL;
    }
    memset(block->start, 0, pages * page_size());
    memset(block->pages, kind, pages);
    block->count = block->left = pages;
    block->source = OWN;
    block->next = blocks;
    blocks = block;
    return block;
}

// The block that has all these pages, mapped or not, and the index of the first.
static struct block *block_of(const void *start, size_t pages, size_t *first) {
    for (struct block *block = blocks; block != NULL; block = block->next) {
        uintptr_t distance = (uintptr_t)start - (uintptr_t)block->start;
        if ((uintptr_t)start < (uintptr_t)block->start || distance / page_size() >= block->count) continue;
        *first = distance / page_size();
        return pages <= block->count - *first ? block : NULL;
    }
    return NULL;
}

// Whether any of these pages is of that kind.
static bool has(const struct block *block, size_t first, size_t pages, unsigned char kind) {
    return memchr(block->pages + first, kind, pages) != NULL;
}

static bool all_gone(const struct block *block, size_t first, size_t pages) {
    return !has(block, first, pages, ANONYMOUS) && !has(block, first, pages, OF_FILE);
}

static void mark(struct block *block, size_t first, size_t pages, unsigned char kind) {
    for (size_t i = first; i < first + pages; i++) {
        block->left += (size_t)(kind != GONE) - (size_t)(block->pages[i] != GONE);
        block->pages[i] = kind;
    }
}

static void release_empty(void) {
    for (struct block **link = &blocks; *link != NULL;) {
        struct block *block = *link;
        if (block->left > 0) {
            link = &block->next;
            continue;
        }
        *link = block->next;
        if (block->source == COMMON) __wasi_process_share(block->start, block->count * page_size(), 0);
        if (block->source > COMMON) __wasi_file_unmap(block->start, block->count * page_size());
        free(block->start);
        free(block);
    }
}

// --- Mapping ---

static int32_t check(const void *hint, size_t length, int protection, int flags, off_t offset) {
    int sharing = flags & MAP_TYPE;
    bool fixed = flags & (MAP_FIXED | MAP_FIXED_NOREPLACE);
    if (length == 0 || offset < 0 || offset % getpagesize() != 0) return EINVAL;
    if (sharing != MAP_PRIVATE && sharing != MAP_SHARED) return EINVAL;
    if (fixed && !is_aligned(hint)) return EINVAL;
    if (protection & PROT_EXEC) return ENOTSUP;
    if (!(flags & MAP_ANON) && sharing == MAP_SHARED && fixed) return ENOTSUP;
    return pages_of(length) == 0 ? ENOMEM : 0;
}

// Whether a file can be mapped, before anything is changed.
static int32_t check_file(int fd, off_t offset) {
    char byte;
    if (pread(fd, &byte, 1, offset) >= 0) return 0;
    switch (errno) {
    case EBADF: return __net_unless_bad(fd, EACCES); // open, but not for reading
    case EISDIR:
    case ESPIPE: return ENODEV;
    default: return errno;
    }
}

static int32_t read_file(int fd, char *start, size_t length, off_t offset) {
    for (size_t done = 0; done < length;) {
        ssize_t count = pread(fd, start + done, length - done, offset + (off_t)done);
        if (count <= 0) return count == 0 ? 0 : errno;
        done += (size_t)count;
    }
    return 0;
}

// Over what is mapped, or was.
static int32_t map_over(char *start, size_t length, int flags, unsigned char kind) {
    size_t first, pages = pages_of(length);
    struct block *block = block_of(start, pages, &first);
    if (block == NULL) return ENOTSUP;
    if (block->source != OWN) return ENOTSUP;
    if (flags & MAP_FIXED_NOREPLACE && !all_gone(block, first, pages)) return EEXIST;
    memset(start, 0, pages * page_size());
    mark(block, first, pages, kind);
    return 0;
}

static int32_t map_anywhere(size_t length, int flags, unsigned char kind, char **start) {
    struct block *block = new_block(pages_of(length), kind);
    if (block == NULL) return ENOMEM;
    *start = block->start;
    if (kind != ANONYMOUS || (flags & MAP_TYPE) != MAP_SHARED) return 0;
    int32_t error = __wasi_process_share(block->start, block->count * page_size(), 1);
    if (error == 0) block->source = COMMON;
    if (error == 0 || error == ENOSYS) return 0; // there is nobody to share it with
    munmap(*start, length);
    return error;
}

// What is behind the file's last page is for SIGBUS, as far as the host's pages, which are smaller, let it be known.
static int32_t map_shared(size_t length, int protection, int fd, off_t offset, char **start) {
    const size_t host_page = 4096;
    struct block *block = new_block(pages_of(length), OF_FILE);
    if (block == NULL) return ENOMEM;
    *start = block->start;
    block->source = protection & PROT_WRITE ? SHARED : VIEW;
    size_t size = (length + host_page - 1) / host_page * host_page;
    int32_t error = __wasi_file_map(fd, block->start, size, (uint64_t)offset, block->source == SHARED);
    if (error != 0) {
        block->source = OWN;
        munmap(*start, length);
    }
    return error;
}

void *mmap(void *hint, size_t length, int protection, int flags, int fd, off_t offset) {
    char *start = hint;
    unsigned char kind = flags & MAP_ANON ? ANONYMOUS : OF_FILE;
    int32_t error = check(hint, length, protection, flags, offset);
    if (error == 0 && kind == OF_FILE) error = check_file(fd, offset);
    if (error == 0 && flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) error = map_over(start, length, flags, kind);
    else if (error == 0 && kind == OF_FILE && (flags & MAP_TYPE) == MAP_SHARED)
        return __net_ret(map_shared(length, protection, fd, offset, &start)) == 0 ? start : MAP_FAILED;
    else if (error == 0) error = map_anywhere(length, flags, kind, &start);
    if (error != 0) return __net_ret(error), MAP_FAILED;
    if (kind == OF_FILE) error = read_file(fd, start, length, offset);
    if (error == 0) return start;
    munmap(start, length);
    return __net_ret(error), MAP_FAILED;
}

// No mapping there is no error.
int munmap(void *start, size_t length) {
    size_t pages = pages_of(length);
    if (length == 0 || !is_aligned(start) || pages == 0) return __net_ret(EINVAL);
    uintptr_t from = (uintptr_t)start / page_size(), to = from + pages;
    for (struct block *block = blocks; block != NULL; block = block->next) {
        uintptr_t low = (uintptr_t)block->start / page_size(), high = low + block->count;
        uintptr_t first = from > low ? from : low, last = to < high ? to : high;
        if (first < last) mark(block, first - low, last - first, GONE);
    }
    release_empty();
    return 0;
}

// Into what follows in the block, where that was unmapped, or to a new one.
static int32_t enlarge(struct block *block, size_t first, size_t pages, size_t new_pages, bool may_move, char **result) {
    if (block->source != OWN || has(block, first, pages, OF_FILE)) return ENOTSUP;
    size_t more = new_pages - pages, next = first + pages;
    char *start = block->start + first * page_size();
    if (more <= block->count - next && all_gone(block, next, more)) {
        memset(block->start + next * page_size(), 0, more * page_size());
        mark(block, next, more, ANONYMOUS);
        *result = start;
        return 0;
    }
    struct block *larger = may_move ? new_block(new_pages, ANONYMOUS) : NULL;
    if (larger == NULL) return ENOMEM;
    memcpy(larger->start, start, pages * page_size());
    *result = larger->start;
    munmap(start, pages * page_size());
    return 0;
}

void *mremap(void *start, size_t length, size_t new_length, int flags, ...) {
    size_t first, pages = pages_of(length), new_pages = pages_of(new_length);
    int32_t error = 0;
    char *result = start;
    struct block *block = block_of(start, pages, &first);
    if (flags & ~(MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP) || !is_aligned(start) || new_length == 0) error = EINVAL;
    else if (flags & (MREMAP_FIXED | MREMAP_DONTUNMAP)) error = ENOTSUP;
    else if (pages == 0) error = EINVAL;
    else if (new_pages == 0) error = ENOMEM;
    else if (block == NULL || has(block, first, pages, GONE)) error = EFAULT;
    else if (new_pages > pages) error = enlarge(block, first, pages, new_pages, flags & MREMAP_MAYMOVE, &result);
    else if (new_pages < pages) mark(block, first + new_pages, pages - new_pages, GONE);
    return __net_ret(error) == 0 ? result : MAP_FAILED;
}

// --- About memory: Linux's answers where it is all readable, writable and there ---

int mprotect(void *start, size_t length, int protection) {
    if (!is_aligned(start) || protection & ~(PROT_READ | PROT_WRITE | PROT_EXEC)) return __net_ret(EINVAL);
    if (!is_memory(start, length)) return __net_ret(ENOMEM);
    if (length == 0) return 0;
    size_t first;
    struct block *block = block_of(start, pages_of(length), &first);
    if (protection != (PROT_READ | PROT_WRITE)) return __net_ret(ENOTSUP);
    return __net_ret(block != NULL && block->source == VIEW ? EACCES : 0);
}

// What is written to a mapping is the file's at once; but not yet on its device.
int msync(void *start, size_t length, int flags) {
    if (!is_aligned(start) || flags & ~(MS_ASYNC | MS_INVALIDATE | MS_SYNC)) return __net_ret(EINVAL);
    if (flags & MS_ASYNC && flags & MS_SYNC) return __net_ret(EINVAL);
    if (!is_memory(start, length)) return __net_ret(ENOMEM);
    size_t first, pages = pages_of(length);
    struct block *block = flags & MS_SYNC && length > 0 ? block_of(start, pages, &first) : NULL;
    return __net_ret(block != NULL && block->source == SHARED ? __wasi_file_flush(start, pages * page_size()) : 0);
}

static int32_t forget(char *start, size_t length) {
    size_t first, pages = pages_of(length);
    struct block *block = block_of(start, pages, &first);
    if (block == NULL) return EINVAL;
    if (has(block, first, pages, GONE)) return ENOMEM;
    if (block->source != OWN) return 0; // it is elsewhere still
    if (has(block, first, pages, OF_FILE)) return EINVAL;
    memset(start, 0, pages * page_size());
    return 0;
}

int madvise(void *start, size_t length, int advice) {
    if (!is_aligned(start)) return __net_ret(EINVAL);
    if (!is_memory(start, length)) return __net_ret(ENOMEM);
    switch (advice) {
    case MADV_NORMAL:
    case MADV_RANDOM:
    case MADV_SEQUENTIAL:
    case MADV_WILLNEED:
    case MADV_FREE:
    case MADV_DONTFORK:
    case MADV_DOFORK:
    case MADV_HUGEPAGE:
    case MADV_NOHUGEPAGE:
    case MADV_DONTDUMP:
    case MADV_DODUMP: return 0;
    case MADV_DONTNEED: return __net_ret(length == 0 ? 0 : forget(start, length));
    default: return __net_ret(EINVAL);
    }
}

int posix_madvise(void *start, size_t length, int advice) {
    (void)start, (void)length;
    return advice >= POSIX_MADV_NORMAL && advice <= POSIX_MADV_DONTNEED ? 0 : EINVAL;
}

int mincore(void *start, size_t length, unsigned char *resident) {
    if (!is_aligned(start)) return __net_ret(EINVAL);
    if (!is_memory(start, length)) return __net_ret(ENOMEM);
    if (length > 0 && !__net_inside(resident, pages_of(length))) return __net_ret(EFAULT);
    if (length > 0) memset(resident, 1, pages_of(length));
    return 0;
}

// The limit of what may be locked is 0.
int mlock2(const void *start, size_t length, unsigned flags) {
    if (flags & ~(unsigned)MLOCK_ONFAULT) return __net_ret(EINVAL);
    if (length == 0) return 0;
    return __net_ret(is_memory(start, length) ? EPERM : ENOMEM);
}

int mlock(const void *start, size_t length) { return mlock2(start, length, 0); }

int munlock(const void *start, size_t length) { return __net_ret(is_memory(start, length) ? 0 : ENOMEM); }

int mlockall(int flags) {
    const int known = MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT;
    return __net_ret(flags & ~known || flags == 0 || flags == MCL_ONFAULT ? EINVAL : EPERM);
}
int munlockall(void) { return 0; }
