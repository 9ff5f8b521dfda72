// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's type list, with a sigset_t that holds signals: the one it has is a placeholder of one byte.
#if defined(__NEED_sigset_t) && !defined(__DEFINED_sigset_t)
#define __wasilibc___typedef_sigset_t_h
typedef struct __sigset_t {
    unsigned long __bits[128 / sizeof(long)];
} sigset_t;
#define __DEFINED_sigset_t
#endif

#include_next <bits/alltypes.h>
