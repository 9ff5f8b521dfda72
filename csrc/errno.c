// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

// wasi-libc's own variable.
#undef errno

int *__errno_location(void) { return &errno; }
