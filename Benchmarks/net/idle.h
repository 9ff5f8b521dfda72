// SPDX-License-Identifier: Apache-2.0

#ifndef IDLE_H
#define IDLE_H

#include "net.h"

#include <sys/eventfd.h>
#include <sys/resource.h>

// Many descriptors on which nothing happens, and a pipe on which something does.

/// `count` counters that stay 0. The limit is raised where the program can; under the host it is a flag's.
static inline int *idle_descriptors(int count) {
    struct rlimit limit;
    int *fds = malloc((size_t)count * sizeof *fds);
    if (fds == NULL) exit(1);
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    for (int i = 0; i < count; i++) fds[i] = check(eventfd(0, 0), "eventfd");
    return fds;
}

#endif
