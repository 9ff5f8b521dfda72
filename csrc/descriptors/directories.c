// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <wasi/libc.h>

#include "internal.h"

// The directories that a program was given are descriptors that it never opened: preview 1 has them from 3 on, where a
// program expects none. Those that close whatever they may have inherited, as daemons do, must not lose them by it, and
// where one is to be replaced it goes elsewhere first. wasi-libc finds them by their numbers, some versions as late as a
// program opens its first path: they must be found before such a number can mean something else.

void __wasilibc_populate_preopens(void) __attribute__((__weak__));

enum { FIRST = 3, MOST = 64 };

// Where they are; -1: nowhere any more.
static int places[MOST];
static int count = -1;

static void find(void) {
    __wasi_prestat_t status;
    if (count >= 0) return;
    if (__wasilibc_populate_preopens) __wasilibc_populate_preopens();
    for (count = 0; count < MOST && __wasi_fd_prestat_get(FIRST + count, &status) == 0; count++) places[count] = FIRST + count;
}

unsigned __net_next_directory(unsigned from) {
    unsigned next = UINT_MAX;
    find();
    for (int i = 0; i < count; i++)
        if (places[i] >= 0 && (unsigned)places[i] >= from && (unsigned)places[i] < next) next = (unsigned)places[i];
    return next;
}

static int32_t move(int *place) {
    __wasi_prestat_t status;
    __wasi_fd_t copy;
    // Far from the numbers that are given out first, and that programs choose.
    int32_t error = __wasi_fd_dup(*place, 512, 0, &copy);
    if (error != 0) error = __wasi_fd_dup(*place, FIRST, 0, &copy);
    if (error == 0) error = __wasi_fd_prestat_get(*place, &status);
    if (error != 0) return error;
    char *name = malloc(status.u.dir.pr_name_len + 1);
    if (name == NULL) return ENOMEM;
    error = __wasi_fd_prestat_dir_name(*place, (uint8_t *)name, status.u.dir.pr_name_len);
    name[status.u.dir.pr_name_len] = '\0';
    if (error == 0 && __wasilibc_register_preopened_fd(copy, name) != 0) error = ENOMEM;
    free(name);
    *place = copy;
    return error;
}

int32_t __net_make_way(int fd, int target) {
    find();
    for (int i = 0; i < count; i++) {
        if (places[i] != target) continue;
        int32_t error = __net_unless_bad(fd, 0);
        return error != 0 ? error : move(&places[i]);
    }
    return 0;
}
