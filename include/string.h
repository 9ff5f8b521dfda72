// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with what signals and errors are called.
#ifndef __NETWASI_STRING_H
#define __NETWASI_STRING_H

#include_next <string.h>

// glibc has them with _GNU_SOURCE only. nginx's configure asks with it and then compiles without it for every system but
// a few, so that here they are there by default, as what is Berkeley's.
#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
const char *sigabbrev_np(int);
const char *sigdescr_np(int);
const char *strerrorname_np(int);
const char *strerrordesc_np(int);
#ifdef __cplusplus
}
#endif
#endif

#endif
