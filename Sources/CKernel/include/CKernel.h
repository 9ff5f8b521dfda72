// SPDX-License-Identifier: Apache-2.0
//
// What Swift cannot say of the C library: function-like macros and variadic calls. Nothing else belongs here.
#ifndef NETWASI_CKERNEL_H
#define NETWASI_CKERNEL_H

#endif
