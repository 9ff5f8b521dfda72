// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>

#include "internal.h"

// select is poll over bit sets: one record for each descriptor that is in a set.

// Records on the stack, which is small here; more of them are allocated.
#define FEW 64

static bool member(int fd, const fd_set *set) {
    return set != NULL && FD_ISSET(fd, set);
}

static size_t collect(int count, fd_set *const sets[3], struct pollfd *records) {
    static const short events[3] = {POLLIN | POLLRDBAND, POLLOUT | POLLWRBAND, POLLPRI};
    size_t used = 0;
    for (int fd = 0; fd < count; fd++) {
        struct pollfd record = {.fd = fd};
        for (int i = 0; i < 3; i++)
            if (member(fd, sets[i])) record.events |= events[i];
        if (record.events != 0) records[used++] = record;
    }
    return used;
}

// What makes a descriptor ready in each set, as Linux sorts them. Returns the number of bits.
static int distribute(const struct pollfd *records, size_t used, fd_set *const sets[3], int count) {
    static const short asked[3] = {POLLIN | POLLRDBAND, POLLOUT | POLLWRBAND, POLLPRI};
    static const short ready[3] = {POLLIN | POLLRDBAND | POLLHUP | POLLERR, POLLOUT | POLLWRBAND | POLLERR, POLLPRI};
    size_t bytes = ((size_t)count + __FD_BITS - 1) / __FD_BITS * sizeof(unsigned long);
    int bits = 0;
    for (int i = 0; i < 3; i++)
        if (sets[i] != NULL) memset(sets[i], 0, bytes);
    for (size_t r = 0; r < used; r++) {
        for (int i = 0; i < 3; i++) {
            if (!(records[r].events & asked[i]) || !(records[r].revents & ready[i])) continue;
            FD_SET(records[r].fd, sets[i]);
            bits++;
        }
    }
    return bits;
}

static bool any_invalid(const struct pollfd *records, size_t used) {
    for (size_t r = 0; r < used; r++)
        if (records[r].revents & POLLNVAL) return true;
    return false;
}

// The sets are only changed on success.
static int wait(int count, fd_set *const sets[3], struct pollfd *records, int64_t nanoseconds, const sigset_t *mask) {
    uint32_t ready = 0;
    size_t used = collect(count, sets, records);
    int32_t error = __net_poll(records, used, nanoseconds, mask, &ready);
    if (error == 0 && any_invalid(records, used)) error = EBADF;
    return error != 0 ? __net_ret(error) : distribute(records, used, sets, count);
}

int pselect(int count, fd_set *restrict reading, fd_set *restrict writing, fd_set *restrict exceptional,
            const struct timespec *restrict timeout, const sigset_t *restrict mask) {
    fd_set *const sets[3] = {reading, writing, exceptional};
    struct pollfd few[FEW];
    int64_t nanoseconds = -1;
    int32_t error = timeout != NULL ? __net_nanoseconds(timeout, &nanoseconds) : 0;
    if (count < 0) error = EINVAL;
    if (error != 0) return __net_ret(error);
    if (count > FD_SETSIZE) count = FD_SETSIZE;
    if (count <= FEW) return wait(count, sets, few, nanoseconds, mask);
    struct pollfd *many = calloc((size_t)count, sizeof *many);
    if (many == NULL) return __net_ret(ENOMEM);
    int bits = wait(count, sets, many, nanoseconds, mask);
    free(many);
    return bits;
}
