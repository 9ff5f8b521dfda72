// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>

// Locals that are volatile or unchanged keep their values across the jump, of every type.

static jmp_buf back;

static void jump(void) { longjmp(back, 1); }

int main(int argc, char **argv) {
    int unchanged = argc + 10;
    double unchanged_double = argc / 4.0;
    volatile int counter = 0;
    volatile long long wide = 1LL << 40;
    volatile double fraction = 0.5;
    char array[8] = "abc";
    if (setjmp(back) < 1) counter = 1;
    counter = counter + 1;
    wide = wide + counter;
    fraction = fraction * 2;
    array[counter % 3] = 'z';
    if (counter < 5) jump();
    printf("%d %d %lld %g %g %s\n", unchanged, counter, wide, fraction, unchanged_double, array);
    return t_status;
}
