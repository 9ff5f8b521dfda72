// SPDX-License-Identifier: Apache-2.0
#include "internal.h"

// The mask of blocked signals. The host keeps it; so does this variable, since the import cannot only look.

volatile uint64_t __net_signal_mask;

void __net_set_signal_mask(uint64_t mask) {
    __net_signal_mask = mask;
    __wasi_signal_set_mask(mask, NULL);
}
