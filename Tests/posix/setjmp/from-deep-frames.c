// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>

// longjmp leaves a thousand frames at once, again and again, and the stack is the same each time.

static jmp_buf back;
static void *volatile first_frame;

static int descend(int depth, volatile char *above) {
    volatile char here[32];
    here[0] = above[0] + 1;
    if (depth == 0) longjmp(back, here[0] == 0 ? 1 : 2);
    if (depth < 0) return 0;
    return descend(depth - 1, here) + here[0];
}

int main(void) {
    static volatile int rounds;
    volatile char start[1] = {0};
    char here;
    int got = setjmp(back);
    if (!first_frame) first_frame = &here;
    EXPECT(first_frame == (void *)&here);
    if (rounds < 200) {
        rounds++;
        descend(1000, start);
        t_error("descend returned");
    }
    printf("%d rounds, last %d\n", rounds, got);
    return t_status;
}
