// SPDX-License-Identifier: Apache-2.0
#include <setjmp.h>
#include <signal.h>

#include "internal.h"

// sigsetjmp is a macro over the first of these; the mask travels in the buffer.

void __netwasi_save_mask(sigjmp_buf buf, int save) {
    buf->__mask_saved = save;
    if (!save) return;
    sigset_t set;
    __net_set_of(__net_signal_mask, &set);
    buf->__mask[0] = set.__bits[0];
}

_Noreturn void siglongjmp(sigjmp_buf buf, int value) {
    if (buf->__mask_saved) {
        sigset_t set = {{buf->__mask[0]}};
        uint64_t mask = __net_mask_of(&set);
        if (mask != __net_signal_mask) __net_set_signal_mask(mask);
    }
    longjmp(buf, value);
}
