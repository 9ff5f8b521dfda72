// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>

#include "internal.h"

// select is poll over bit sets: one record for each descriptor that is in a set.

// Records on the stack, which is small here; more of them are allocated.
#define FEW 64

// What to ask for in each of the three sets, and what makes a descriptor ready in it, as Linux sorts them.
#define READING (__WASI_POLL_IN | __WASI_POLL_RDNORM | __WASI_POLL_RDBAND)
#define WRITING (__WASI_POLL_OUT | __WASI_POLL_WRNORM | __WASI_POLL_WRBAND)
static const uint16_t asked[3] = {READING, WRITING, __WASI_POLL_PRI};
static const uint16_t ready[3] = {READING | __WASI_POLL_HUP | __WASI_POLL_ERR, WRITING | __WASI_POLL_ERR,
                                  __WASI_POLL_PRI};

static bool member(int fd, const fd_set *set) { return set != NULL && FD_ISSET(fd, set); }

static size_t collect(int count, fd_set *const sets[3], __wasi_poll_record_t *records) {
    size_t used = 0;
    for (int fd = 0; fd < count; fd++) {
        __wasi_poll_record_t record = {.fd = fd};
        for (int i = 0; i < 3; i++)
            if (member(fd, sets[i])) record.events |= asked[i];
        if (record.events != 0) records[used++] = record;
    }
    return used;
}

// As many words as the count takes: a program may have allocated no more.
static size_t size_of_sets(int count) { return ((size_t)count + __FD_BITS - 1) / __FD_BITS * sizeof(fd_mask); }

// Returns the number of bits.
static int distribute(const __wasi_poll_record_t *records, size_t used, fd_set *const sets[3], int count) {
    size_t bytes = size_of_sets(count);
    int bits = 0;
    for (int i = 0; i < 3; i++)
        if (sets[i] != NULL) memset(sets[i], 0, bytes);
    for (size_t r = 0; r < used; r++) {
        for (int i = 0; i < 3; i++) {
            if (!(records[r].events & asked[i]) || !(records[r].returned & ready[i])) continue;
            FD_SET(records[r].fd, sets[i]);
            bits++;
        }
    }
    return bits;
}

static bool any_invalid(const __wasi_poll_record_t *records, size_t used) {
    for (size_t r = 0; r < used; r++)
        if (records[r].returned & __WASI_POLL_NVAL) return true;
    return false;
}

// The sets are only changed on success.
static int wait(int count, fd_set *const sets[3], __wasi_poll_record_t *records, int64_t nanoseconds,
                const sigset_t *mask) {
    uint32_t found = 0;
    size_t used = collect(count, sets, records);
    int32_t error = __net_poll(records, used, nanoseconds, mask, &found);
    if (error == 0 && any_invalid(records, used)) error = EBADF;
    return error != 0 ? __net_ret(error) : distribute(records, used, sets, count);
}

int pselect(int count, fd_set *restrict reading, fd_set *restrict writing, fd_set *restrict exceptional,
            const struct timespec *restrict timeout, const sigset_t *restrict mask) {
    fd_set *const sets[3] = {reading, writing, exceptional};
    __wasi_poll_record_t few[FEW];
    int64_t nanoseconds = -1;
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    if (count < 0) error = EINVAL;
    if (error != 0) return __net_ret(error);
    if (count > FD_SETSIZE) count = FD_SETSIZE;
    for (int i = 0; i < 3; i++)
        if (sets[i] != NULL && count > 0 && !__net_inside(sets[i], size_of_sets(count))) return __net_ret(EFAULT);
    if (count <= FEW) return wait(count, sets, few, nanoseconds, mask);
    __wasi_poll_record_t *many = calloc((size_t)count, sizeof *many);
    if (many == NULL) return __net_ret(ENOMEM);
    int bits = wait(count, sets, many, nanoseconds, mask);
    free(many);
    return bits;
}
