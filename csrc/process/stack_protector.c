// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>
#include <unistd.h>

#include "internal.h"

// What code compiled with -fstack-protector compares: a number that is another in each run, whose first byte no string
// that is read or written past its end goes beyond.

extern uintptr_t __stack_chk_guard;
extern _Noreturn void __stack_chk_fail(void);

uintptr_t __stack_chk_guard;

__attribute__((__constructor__(1))) static void choose(void) {
    getentropy(&__stack_chk_guard, sizeof __stack_chk_guard);
    __stack_chk_guard &= ~(uintptr_t)0xff;
}

void __stack_chk_fail(void) {
    static const char message[] = "*** stack smashing detected ***: terminated\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    abort();
}
