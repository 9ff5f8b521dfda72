// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's limits, and those of what it lacks: pipes, users, lines.
#ifndef __NETWASI_LIMITS_H
#define __NETWASI_LIMITS_H

#include_next <limits.h>

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
    defined(_BSD_SOURCE)
#ifndef PIPE_BUF
#define PIPE_BUF 4096
#endif
#ifndef LOGIN_NAME_MAX
#define LOGIN_NAME_MAX 256
#endif
#ifndef LINE_MAX
#define LINE_MAX 4096
#endif
#endif

#endif
