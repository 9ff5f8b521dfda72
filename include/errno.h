// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's errors, and names that WASI has no number for: Linux's numbers, which are free. As in glibc errno is a
// call, so that programs of before threads may declare it themselves: `extern int errno;`.
#ifndef __NETWASI_ERRNO_H
#define __NETWASI_ERRNO_H

#include_next <errno.h>

#ifndef ESOCKTNOSUPPORT
#define ESOCKTNOSUPPORT 94
#endif
#ifndef EPFNOSUPPORT
#define EPFNOSUPPORT 96
#endif
#ifndef ESHUTDOWN
#define ESHUTDOWN 108
#endif
#ifndef ETOOMANYREFS
#define ETOOMANYREFS 109
#endif
#ifndef EHOSTDOWN
#define EHOSTDOWN 112
#endif

#ifdef __cplusplus
extern "C" {
#endif
int *__errno_location(void) __attribute__((__const__));
#ifdef __cplusplus
}
#endif
#undef errno
#define errno (*__errno_location())

#endif
