// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "internal.h"

// Signals' numbers. Programs have Linux's, preview 1 the same up to 15 and then one less, since it has no SIGSTKFLT.
// Beyond SIGSYS there are none.

#define SAME ((1u << 15) - 1)

uint32_t __net_signal_number(int signal) {
    if (signal < 1 || signal > SIGSYS || signal == SIGSTKFLT) return 0;
    return (uint32_t)(signal < SIGSTKFLT ? signal : signal - 1);
}

uint64_t __net_mask_of(const sigset_t *set) {
    uint32_t bits = set->__bits[0] & 0x7fffffff;
    return (bits & SAME) | ((bits >> 16) << 15);
}

void __net_set_of(uint64_t mask, sigset_t *set) {
    uint32_t bits = (uint32_t)mask;
    memset(set, 0, sizeof *set);
    set->__bits[0] = (bits & SAME) | ((bits & ~SAME) << 1);
}
