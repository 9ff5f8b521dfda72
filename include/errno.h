// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's errors, and names that WASI has no number for: Linux's numbers, which are free.
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

#endif
