// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/sysinfo.h>

// What the machine has: numbers that fit each other.

int main(void) {
    struct sysinfo info;
    memset(&info, 0xff, sizeof info);
    SHOW(sysinfo(&info));
    EXPECT(info.mem_unit > 0 && info.totalram > 0 && info.freeram > 0 && info.freeram <= info.totalram);
    EXPECT(info.procs > 0 && (long)info.uptime >= 0);
    EXPECT(get_nprocs() >= 1 && get_nprocs_conf() >= get_nprocs());
    EXPECT_EQ((unsigned long long)get_phys_pages() * getpagesize(), (unsigned long long)info.totalram * info.mem_unit);
    EXPECT(get_avphys_pages() > 0 && get_avphys_pages() <= get_phys_pages());
    return t_status;
}
