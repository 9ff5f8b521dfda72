// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <time.h>

#include "internal.h"

// Time that the program took. WASI has one clock for it and does not tell user from system time.

static int64_t used(void) {
    __wasi_timestamp_t time = 0;
    return __wasi_clock_time_get(__WASI_CLOCKID_PROCESS_CPUTIME_ID, 1, &time) == 0 ? (int64_t)time : 0;
}

static struct timeval timeval_of(int64_t nanoseconds) {
    return (struct timeval){.tv_sec = nanoseconds / 1000000000, .tv_usec = nanoseconds % 1000000000 / 1000};
}

static int32_t check(int who) {
    return who == RUSAGE_SELF || who == RUSAGE_CHILDREN || who == RUSAGE_THREAD ? 0 : EINVAL;
}

int getrusage(int who, struct rusage *usage) {
    if (!__net_inside(usage, sizeof *usage)) return __net_ret(EFAULT);
    if (check(who) != 0) return __net_ret(EINVAL);
    *usage = (struct rusage){.ru_utime = timeval_of(who == RUSAGE_CHILDREN ? 0 : used())};
    if (who != RUSAGE_CHILDREN) usage->ru_maxrss = (long)(__builtin_wasm_memory_size(0) * 64);
    return 0;
}

// wasi-libc's structure has only two times.
struct short_rusage {
    struct timeval user, system;
};
int __netwasi_short_getrusage(int who, struct short_rusage *usage) __asm__("getrusage");

int __netwasi_short_getrusage(int who, struct short_rusage *usage) {
    struct rusage all;
    if (!__net_inside(usage, sizeof *usage)) return __net_ret(EFAULT);
    if (getrusage(who, &all) != 0) return -1;
    *usage = (struct short_rusage){.user = all.ru_utime, .system = all.ru_stime};
    return 0;
}

// CLOCKS_PER_SEC is nanoseconds, a clock tick is sysconf's hundredth of a second.
clock_t clock(void) { return (clock_t)used(); }

clock_t times(struct tms *times) {
    if (times != NULL) *times = (struct tms){.tms_utime = (clock_t)(used() / 10000000)};
    return (clock_t)(__net_now() / 10000000);
}
