// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header; POSIX systems' also give limits, and BSD's a version.
#ifndef __NETWASI_SYS_PARAM_H
#define __NETWASI_SYS_PARAM_H

#include_next <sys/param.h>

#include <signal.h>
#include <sys/resource.h>
#include <sys/types.h>

#endif
