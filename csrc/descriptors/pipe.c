// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

int pipe(int ends[2]) { return pipe2(ends, 0); }
