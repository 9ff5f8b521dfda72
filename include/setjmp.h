// SPDX-License-Identifier: Apache-2.0
//
// Non-local jumps. The compiler turns calls of setjmp and longjmp into exceptions over csrc/signals/setjmp.c, and knows them
// by these names; the saved mask of sigsetjmp travels beside the buffer.
#ifndef _SETJMP_H
#define _SETJMP_H

#include <features.h>

#ifdef __cplusplus
extern "C" {
#endif

// What csrc/signals/setjmp.c keeps: which call of setjmp it was, its label there, and the value on its way.
typedef struct __jmp_buf_tag {
    void *__invocation;
    unsigned int __label;
    struct {
        void *__environment;
        int __value;
    } __argument;
    int __mask_saved;
    unsigned long __mask[128 / sizeof(long)];
} jmp_buf[1];

#if defined(__cplusplus) || defined(__clang__) || defined(__GNUC__)
#define __NETWASI_RETURNS_TWICE __attribute__((__returns_twice__))
#else
#define __NETWASI_RETURNS_TWICE
#endif

int setjmp(jmp_buf) __NETWASI_RETURNS_TWICE;
_Noreturn void longjmp(jmp_buf, int);
#define setjmp setjmp

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
    defined(_BSD_SOURCE)
typedef jmp_buf sigjmp_buf;
void __netwasi_save_mask(sigjmp_buf, int);
_Noreturn void siglongjmp(sigjmp_buf, int);
#define sigsetjmp(buf, save) (__netwasi_save_mask((buf), (save)), setjmp(buf))
#endif

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int _setjmp(jmp_buf) __asm__("setjmp") __NETWASI_RETURNS_TWICE;
_Noreturn void _longjmp(jmp_buf, int) __asm__("longjmp");
#define _setjmp(buf) setjmp(buf)
#define _longjmp(buf, value) longjmp((buf), (value))
#endif

#ifdef __cplusplus
}
#endif

#endif
