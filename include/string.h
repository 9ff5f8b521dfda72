// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with what signals and errors are called.
#ifndef __NETWASI_STRING_H
#define __NETWASI_STRING_H

#include_next <string.h>

#ifdef _GNU_SOURCE
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
