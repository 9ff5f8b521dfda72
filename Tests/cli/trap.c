// SPDX-License-Identifier: Apache-2.0
//
// Traps in the way that its argument names.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int divide(int a, volatile int *b) { return a / *b; }

__attribute__((noinline)) static int deep(volatile int *depth) {
    *depth += 1;
    return deep(depth) + *depth;
}

__attribute__((noinline)) static int outside(unsigned address) { return *(volatile int *)address; }

__attribute__((noinline)) static int middle(const char *how) {
    volatile int zero = 0;
    if (strcmp(how, "divide") == 0) return divide((int)strlen(how), &zero);
    if (strcmp(how, "deep") == 0) return deep(&zero);
    if (strcmp(how, "outside") == 0) return outside(0xfffffff0u);
    __builtin_trap();
}

int main(int argc, char **argv) {
    puts("before");
    fflush(stdout);
    return middle(argc > 1 ? argv[1] : "unreachable") == 12345 ? 1 : 0;
}
