// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>
#include <sys/time.h>

// A function that calls nothing may keep its variables below the stack pointer: a handler that runs in the middle of
// it must not overwrite them. It once did, as WebAssembly's compiler has a red zone too.

static volatile sig_atomic_t caught;

static void use_stack(int depth) {
    volatile unsigned char bytes[100];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = 0x55;
    if (depth > 0) use_stack(depth - 1);
}

static void handler(int number) {
    use_stack(3);
    caught = 1;
}

__attribute__((noinline)) static int spin(void) {
    volatile int values[8];
    int changed = 0;
    for (int i = 0; i < 8; i++) values[i] = i;
    while (!caught) continue;
    for (int i = 0; i < 8; i++) changed += values[i] != i;
    return changed;
}

int main(void) {
    struct itimerval soon = {.it_value = {.tv_usec = 20000}};
    signal(SIGALRM, handler);
    REQUIRE(setitimer(ITIMER_REAL, &soon, NULL));
    SHOW(spin());
    return t_status;
}
