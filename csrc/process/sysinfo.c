// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <sys/sysinfo.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

// Memory is the program's own, as sysconf tells it; of the host's load and other processes nothing is told.

int sysinfo(struct sysinfo *info) {
    if (!__net_inside(info, sizeof *info)) return __net_ret(EFAULT);
    *info = (struct sysinfo){.uptime = (unsigned long)(__net_now() / 1000000000),
                             .totalram = (unsigned long)sysconf(_SC_PHYS_PAGES),
                             .freeram = (unsigned long)sysconf(_SC_AVPHYS_PAGES),
                             .procs = 1,
                             .mem_unit = (unsigned)getpagesize()};
    return 0;
}

// wasi-libc's ask its own sysconf.
int get_nprocs_conf(void) { return (int)sysconf(_SC_NPROCESSORS_CONF); }
int get_nprocs(void) { return (int)sysconf(_SC_NPROCESSORS_ONLN); }
long get_phys_pages(void) { return sysconf(_SC_PHYS_PAGES); }
long get_avphys_pages(void) { return sysconf(_SC_AVPHYS_PAGES); }
