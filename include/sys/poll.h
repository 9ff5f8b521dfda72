// SPDX-License-Identifier: Apache-2.0
//
// The old place of <poll.h>, without wasi-libc's warning about it.
#include <poll.h>
