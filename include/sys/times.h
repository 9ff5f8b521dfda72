// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, without asking for a macro first.
#ifndef __NETWASI_SYS_TIMES_H
#define __NETWASI_SYS_TIMES_H

#ifdef _WASI_EMULATED_PROCESS_CLOCKS
#include_next <sys/times.h>
#else
#define _WASI_EMULATED_PROCESS_CLOCKS
#include_next <sys/times.h>
#undef _WASI_EMULATED_PROCESS_CLOCKS
#endif

#endif
