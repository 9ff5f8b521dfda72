// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, and a function that looks at the path first.
#ifndef __NETWASI_UTIME_H
#define __NETWASI_UTIME_H

#include_next <utime.h>

#ifdef __cplusplus
extern "C" {
#endif

int utime(const char *, const struct utimbuf *) __asm__("__netwasi_utime");

#ifdef __cplusplus
}
#endif

#endif
