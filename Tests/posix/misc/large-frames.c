// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Half a megabyte of locals, as programs with big buffers on the stack have.

static unsigned use(int depth) {
    unsigned char buffer[100000];
    unsigned sum = CHECKSUM_START;
    memset(buffer, depth, sizeof buffer);
    if (depth > 0) sum += use(depth - 1);
    return checksum(sum, buffer, sizeof buffer);
}

int main(void) {
    printf("%08x\n", use(4));
    return t_status;
}
