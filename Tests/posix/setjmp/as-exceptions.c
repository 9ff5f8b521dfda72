// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>

// The try-and-catch macros that many libraries build: a stack of buffers, rethrowing, cleaning up on the way.

struct frame {
    jmp_buf buffer;
    struct frame *up;
};

static struct frame *top;

static void throw(int error) {
    struct frame *f = top;
    top = f->up;
    longjmp(f->buffer, error);
}

static int guarded(int depth, int error) {
    struct frame f = {.up = top};
    volatile int cleaned = 0;
    int caught = setjmp(f.buffer);
    if (caught == 0) {
        top = &f;
        if (depth == 0) throw(error);
        guarded(depth - 1, error);
        top = f.up;
        return 0;
    }
    cleaned++;
    printf("depth %d caught %d, cleaned %d\n", depth, caught, cleaned);
    if (depth < 3) throw(caught + 100);
    return caught;
}

int main(void) {
    SHOW(guarded(3, 7));
    SHOW(guarded(3, 9));
    EXPECT(top == NULL);
    return t_status;
}
