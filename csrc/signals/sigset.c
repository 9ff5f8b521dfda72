// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "internal.h"

// Signals' numbers. Programs have Linux's, preview 1 the same up to 15 and then one less, since it has no SIGSTKFLT,
// which is 31 instead. Real-time signals are the same. 32 and 33 are its C library's on Linux, and nobody's here.

int __net_signal_is(int signal) {
    return (signal >= 1 && signal <= SIGSYS) || (signal >= SIGRTMIN && signal <= SIGRTMAX);
}

uint32_t __net_signal_number(int signal) {
    if (!__net_signal_is(signal)) return 0;
    if (signal == SIGSTKFLT) return __WASI_SIGNAL_STACK_FAULT;
    return (uint32_t)(signal > SIGSTKFLT && signal <= SIGSYS ? signal - 1 : signal);
}

int __net_signal_of(uint32_t number) {
    if (number == __WASI_SIGNAL_STACK_FAULT) return SIGSTKFLT;
    return (int)(number >= SIGSTKFLT && number < __WASI_SIGNAL_STACK_FAULT ? number + 1 : number);
}

#define SAME ((UINT64_C(1) << 15) - 1)
#define MOVED (SAME << 15)
#define STACK_FAULT (UINT64_C(1) << (__WASI_SIGNAL_STACK_FAULT - 1))
#define REAL_TIME (~UINT64_C(0) << (SIGRTMIN - 1))

uint64_t __net_thread_signal;

uint64_t __net_mask_of(const sigset_t *set) {
    uint64_t bits = set->__bits[0] | (uint64_t)set->__bits[1] << 32;
    uint64_t fault = bits & 1 << (SIGSTKFLT - 1) ? STACK_FAULT : 0;
    return ((bits & SAME) | (bits >> 1 & MOVED) | fault | (bits & REAL_TIME)) & ~__net_thread_signal;
}

void __net_set_of(uint64_t mask, sigset_t *set) {
    uint64_t bits = (mask & SAME) | (mask & MOVED) << 1 | (mask & STACK_FAULT ? 1 << (SIGSTKFLT - 1) : 0);
    bits |= mask & REAL_TIME;
    memset(set, 0, sizeof *set);
    set->__bits[0] = (unsigned long)bits;
    set->__bits[1] = (unsigned long)(bits >> 32);
}
