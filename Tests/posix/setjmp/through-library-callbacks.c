// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <setjmp.h>

// Jumping out of qsort's and bsearch's callbacks, through frames that the program did not compile.

static jmp_buf back;
static int calls;

static int compare(const void *a, const void *b) {
    if (++calls == 5) longjmp(back, calls);
    return *(const int *)a - *(const int *)b;
}

static int find(const void *key, const void *element) {
    longjmp(back, *(const int *)key);
    return 0;
}

int main(void) {
    int numbers[] = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}, key = 77, got = setjmp(back);
    if (!got) {
        qsort(numbers, 10, sizeof *numbers, compare);
        t_error("qsort returned");
    }
    printf("left qsort after %d calls\n", got);
    got = setjmp(back);
    if (!got) {
        EXPECT(bsearch(&key, numbers, 10, sizeof *numbers, find) != NULL);
        t_error("bsearch returned");
    }
    printf("left bsearch with %d\n", got);
    calls = 100;
    qsort(numbers, 10, sizeof *numbers, compare);
    printf("first %d, last %d\n", numbers[0], numbers[9]);
    return t_status;
}
