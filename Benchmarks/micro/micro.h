// SPDX-License-Identifier: Apache-2.0
//
// What the loops share whose difference is the time of one thing. `HIDE` makes a value unknown to the compiler.
#ifndef NETWASI_MICRO_H
#define NETWASI_MICRO_H

#include "../kernels/kernel.h"

enum { COUNT = 50000000 };

#define HIDE(value) __asm__ volatile("" : "+r"(value))

#endif
