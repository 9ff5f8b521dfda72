// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with clock, timers and time zones.
#ifndef __NETWASI_TIME_H
#define __NETWASI_TIME_H

// Asks for clock without its deprecation notice.
#ifdef _WASI_EMULATED_PROCESS_CLOCKS
#include_next <time.h>
#else
#define _WASI_EMULATED_PROCESS_CLOCKS
#include_next <time.h>
#undef _WASI_EMULATED_PROCESS_CLOCKS
#endif

#define __NEED_timer_t
#include <bits/alltypes.h>

// A number that #if can compare.
#undef TIMER_ABSTIME
#define TIMER_ABSTIME 1

#ifdef __cplusplus
extern "C" {
#endif

// These know glibc's conversions and flags.
size_t strftime(char *__restrict, size_t, const char *__restrict, const struct tm *__restrict) __asm__("__netwasi_strftime");

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
    defined(_BSD_SOURCE)
#ifndef CLOCK_PROCESS_CPUTIME_ID
extern const struct __clockid __netwasi_process_clock, __netwasi_thread_clock;
#define CLOCK_PROCESS_CPUTIME_ID (&__netwasi_process_clock)
#define CLOCK_THREAD_CPUTIME_ID (&__netwasi_thread_clock)
#endif
// Linux's cheaper and truer kinds of clocks that there are here.
#ifndef CLOCK_MONOTONIC_RAW
#define CLOCK_MONOTONIC_RAW CLOCK_MONOTONIC
#define CLOCK_MONOTONIC_COARSE CLOCK_MONOTONIC
#define CLOCK_REALTIME_COARSE CLOCK_REALTIME
#endif

void tzset(void);
size_t strftime_l(char *__restrict, size_t, const char *__restrict, const struct tm *__restrict, locale_t)
    __asm__("__netwasi_strftime_l");
int clock_nanosleep(clockid_t, int, const struct timespec *, struct timespec *) __asm__("__netwasi_clock_nanosleep");
int clock_settime(clockid_t, const struct timespec *);
struct sigevent;
int timer_create(clockid_t, struct sigevent *__restrict, timer_t *__restrict);
int timer_delete(timer_t);
int timer_settime(timer_t, int, const struct itimerspec *__restrict, struct itimerspec *__restrict);
int timer_gettime(timer_t, struct itimerspec *);
int timer_getoverrun(timer_t);
extern char *tzname[2];
#endif

#if defined(_XOPEN_SOURCE) || defined(_BSD_SOURCE) || defined(_GNU_SOURCE)
extern int daylight;
extern long timezone;
#endif

#ifdef __cplusplus
}
#endif

#endif
