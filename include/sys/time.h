// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with interval timers and the older ways of setting file times.
#ifndef __NETWASI_SYS_TIME_H
#define __NETWASI_SYS_TIME_H

#include_next <sys/time.h>

// Programs take time() from here.
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef ITIMER_REAL
#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2

struct itimerval {
    struct timeval it_interval;
    struct timeval it_value;
};

int getitimer(int, struct itimerval *);
int setitimer(int, const struct itimerval *__restrict, struct itimerval *__restrict);
#endif

int utimes(const char *, const struct timeval[2]) __asm__("__netwasi_utimes");

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int futimes(int, const struct timeval[2]);
int lutimes(const char *, const struct timeval[2]);
int settimeofday(const struct timeval *, const struct timezone *);
#endif

#ifdef __cplusplus
}
#endif

#endif
