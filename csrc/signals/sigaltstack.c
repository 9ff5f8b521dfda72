// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>

#include "internal.h"

// The stack for handlers with SA_ONSTACK. It saves nobody from overflowing the ordinary one: that traps.

static stack_t stack = {.ss_flags = SS_DISABLE};

static bool is_on_stack(void) {
    char here;
    uintptr_t at = (uintptr_t)&here, start = (uintptr_t)stack.ss_sp;
    return !(stack.ss_flags & SS_DISABLE) && at >= start && at - start < stack.ss_size;
}

int sigaltstack(const stack_t *restrict new, stack_t *restrict old) {
    stack_t before = stack;
    bool on_stack = is_on_stack();
    if ((new != NULL && !__net_inside(new, sizeof *new)) || (old != NULL && !__net_inside(old, sizeof *old)))
        return __net_ret(EFAULT);
    if (on_stack) before.ss_flags |= SS_ONSTACK;
    if (new != NULL) {
        if (on_stack) return __net_ret(EPERM);
        if (new->ss_flags & ~(SS_ONSTACK | SS_DISABLE)) return __net_ret(EINVAL);
        if (new->ss_flags & SS_DISABLE) stack = (stack_t){.ss_flags = SS_DISABLE};
        else if (new->ss_size < MINSIGSTKSZ) return __net_ret(ENOMEM);
        else stack = (stack_t){.ss_sp = new->ss_sp, .ss_size = new->ss_size};
    }
    if (old != NULL) *old = before;
    return 0;
}

void *__net_handler_stack(void) {
    if (stack.ss_flags & SS_DISABLE || is_on_stack()) return NULL;
    return (void *)(((uintptr_t)stack.ss_sp + stack.ss_size) & ~(uintptr_t)15);
}
