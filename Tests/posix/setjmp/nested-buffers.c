// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>

// Two buffers at two depths: jumps to the inner, then the outer, past the inner's frame.

static jmp_buf outer, inner;

static void innermost(int round) {
    if (round == 0) longjmp(inner, 10);
    longjmp(outer, 20);
}

static void middle(void) {
    volatile int round = 0;
    int got = setjmp(inner);
    printf("inner %d\n", got);
    if (got) round++;
    innermost(round);
}

int main(void) {
    int got = setjmp(outer);
    printf("outer %d\n", got);
    if (!got) middle();
    got = setjmp(outer);
    printf("outer again %d\n", got);
    if (!got) longjmp(outer, 30);
    return t_status;
}
