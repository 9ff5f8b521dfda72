// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Places in directories. The host's have 64 bits, and a long 32: a greater one is kept in a table, and told as its number
// there, the same for the same place.

#define FIRST (1l << 30)
#define LISTS 256u

// How wasi-libc's DIR begins.
struct start {
    int fd;
    __wasi_dircookie_t cookie;
};

struct kept {
    __wasi_dircookie_t cookie;
    size_t next; // in its list, one more than the index
};

static struct kept *table;
static size_t count, capacity, lists[LISTS];

static long keep(__wasi_dircookie_t cookie) {
    size_t *list = &lists[(cookie * 0x9e3779b97f4a7c15u) >> 56];
    for (size_t i = *list; i != 0; i = table[i - 1].next)
        if (table[i - 1].cookie == cookie) return FIRST + (long)(i - 1);
    if (count == capacity) {
        size_t more = capacity == 0 ? 64 : 2 * capacity;
        struct kept *larger = count < (size_t)FIRST - 1 ? reallocarray(table, more, sizeof *table) : NULL;
        if (larger == NULL) return __net_ret(ENOMEM);
        table = larger;
        capacity = more;
    }
    table[count] = (struct kept){cookie, *list};
    *list = ++count;
    return FIRST + (long)(count - 1);
}

long telldir(DIR *directory) {
    __wasi_dircookie_t cookie = ((struct start *)directory)->cookie;
    return cookie < (__wasi_dircookie_t)FIRST ? (long)cookie : keep(cookie);
}

void seekdir(DIR *directory, long place) {
    if (place < 0 || (place >= FIRST && (size_t)(place - FIRST) >= count)) return;
    rewinddir(directory);
    ((struct start *)directory)->cookie = place < FIRST ? (__wasi_dircookie_t)place : table[place - FIRST].cookie;
}

int readdir_r(DIR *restrict directory, struct dirent *restrict entry, struct dirent **restrict result) {
    int saved = errno;
    errno = 0;
    struct dirent *found = readdir(directory);
    int32_t error = errno;
    errno = saved;
    *result = NULL;
    if (found == NULL) return error;
    size_t length = strlen(found->d_name);
    if (length >= sizeof entry->d_name) return ENAMETOOLONG;
    entry->d_ino = found->d_ino;
    entry->d_type = found->d_type;
    memcpy(entry->d_name, found->d_name, length + 1);
    *result = entry;
    return 0;
}
