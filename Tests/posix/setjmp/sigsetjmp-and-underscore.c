// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>
#include <signal.h>

// The relatives: _setjmp with _longjmp, sigsetjmp with and without the mask.

static jmp_buf plain;
static sigjmp_buf with_mask;

int main(void) {
    volatile int step = 0;
    int got = _setjmp(plain);
    printf("_setjmp %d\n", got);
    if (!got) _longjmp(plain, 3);
    for (volatile int save = 0; save < 2; save++) {
        step = 0;
        got = sigsetjmp(with_mask, save);
        printf("sigsetjmp %d, step %d\n", got, step);
        if (step++ == 0) siglongjmp(with_mask, 5);
    }
    return t_status;
}
