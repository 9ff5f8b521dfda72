// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, with getrandom.
#ifndef __NETWASI_SYS_RANDOM_H
#define __NETWASI_SYS_RANDOM_H

#include_next <sys/random.h>

#define __NEED_size_t
#define __NEED_ssize_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GRND_NONBLOCK 1
#define GRND_RANDOM 2

ssize_t getrandom(void *, size_t, unsigned);

#ifdef __cplusplus
}
#endif

#endif
