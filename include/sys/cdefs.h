// SPDX-License-Identifier: Apache-2.0
//
// Macros that programs from BSD expect.
#ifndef _SYS_CDEFS_H
#define _SYS_CDEFS_H

#include <features.h>

#ifdef __cplusplus
#define __BEGIN_DECLS extern "C" {
#define __END_DECLS }
#define __THROW throw()
#else
#define __BEGIN_DECLS
#define __END_DECLS
#define __THROW __attribute__((__nothrow__))
#endif

#define __P(arguments) arguments
#define __PMT(arguments) arguments
#define __CONCAT(a, b) a##b
#define __STRING(x) #x
#define __ptr_t void *
#define __dead2 __attribute__((__noreturn__))
#define __nonnull(parameters) __attribute__((__nonnull__ parameters))

#endif
