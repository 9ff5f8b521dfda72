// SPDX-License-Identifier: Apache-2.0
#include <setjmp.h>
#include <stddef.h>

#include "internal.h"

// What the compiler's setjmp and longjmp need. It gives each call of setjmp in a function a label, and each run of
// such a function an address; a longjmp is an exception with the tag __c_longjmp, which every function that called
// setjmp catches and compares with its own.

// The tag's number for the compiler's builtin.
#define C_LONGJMP 1

/// Notes which call of setjmp `buf` belongs to.
void __wasm_setjmp(struct __jmp_buf_tag *buf, unsigned int label, void *invocation);
/// The label of `buf` if it was set in this run of the function, else 0.
unsigned int __wasm_setjmp_test(struct __jmp_buf_tag *buf, void *invocation);
/// Throws. The catcher reads the two members of the argument.
void __wasm_longjmp(struct __jmp_buf_tag *buf, int value);

void __wasm_setjmp(struct __jmp_buf_tag *buf, unsigned int label, void *invocation) {
    buf->__label = label;
    buf->__invocation = invocation;
}

unsigned int __wasm_setjmp_test(struct __jmp_buf_tag *buf, void *invocation) {
    return buf->__invocation == invocation ? buf->__label : 0;
}

__attribute__((__target__("exception-handling"))) void __wasm_longjmp(struct __jmp_buf_tag *buf, int value) {
    buf->__argument.__environment = buf;
    buf->__argument.__value = value != 0 ? value : 1;
    __builtin_wasm_throw(C_LONGJMP, &buf->__argument);
}
