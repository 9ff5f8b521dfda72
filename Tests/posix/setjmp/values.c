// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>

// setjmp returns 0, then what longjmp gave; longjmp of 0 gives 1.

static jmp_buf back;

int main(void) {
    static const int values[] = {1, 42, -1, 0, 2147483647};
    static volatile int next;
    int got = setjmp(back);
    printf("%d\n", got);
    if (next < 5) longjmp(back, values[next++]);
    return t_status;
}
