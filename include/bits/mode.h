// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's file types with one changed: its S_IFIFO is S_IFSOCK, which no switch over both compiles with.
#ifndef __NETWASI_BITS_MODE_H
#define __NETWASI_BITS_MODE_H

#include <__mode_t.h>

#undef S_IFMT
#undef S_IFIFO
#define S_IFMT 0xf000
#define S_IFIFO 0x1000

#endif
