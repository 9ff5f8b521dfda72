// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "internal.h"

// Dispositions of signals, and their delivery: the host calls the export at the end of this file, which is in a
// program only when something refers to this object. A handler may leave by longjmp.

#define ALL (~(uint64_t)0)

static struct sigaction actions[SIGSYS + 1];
volatile uint64_t __net_awaited;
volatile uint64_t __net_arrived;

int32_t __net_apply_action(int signal) {
    uint32_t action = __WASI_SIGNAL_ACTION_DELIVER;
    if (actions[signal].sa_handler == SIG_DFL) action = __WASI_SIGNAL_ACTION_DEFAULT;
    if (actions[signal].sa_handler == SIG_IGN) action = __WASI_SIGNAL_ACTION_IGNORE;
    return __wasi_signal_set_action(__net_signal_number(signal), action);
}

// All signals are blocked meanwhile: one could arrive between two of these stores.
static int32_t replace(int signal, const struct sigaction *action) {
    uint64_t mask = __net_signal_mask;
    struct sigaction before = actions[signal];
    __wasi_signal_set_mask(ALL, NULL);
    actions[signal] = *action;
    int32_t error = __net_apply_action(signal);
    if (error != 0) actions[signal] = before;
    __wasi_signal_set_mask(mask, NULL);
    return error;
}

int sigaction(int signal, const struct sigaction *restrict action, struct sigaction *restrict old) {
    if (__net_signal_number(signal) == 0) return __net_ret(EINVAL);
    if (action != NULL && (signal == SIGKILL || signal == SIGSTOP)) return __net_ret(EINVAL);
    struct sigaction before = actions[signal];
    int32_t error = action != NULL ? replace(signal, action) : 0;
    if (error == 0 && old != NULL) *old = before;
    return __net_ret(error);
}

// For abort: whatever the program made of a signal, its default action comes next.
HIDDEN void __net_reset_signal(int signal);

void __net_reset_signal(int signal) {
    actions[signal] = (struct sigaction){.sa_flags = 0};
    __net_apply_action(signal);
    __net_set_signal_mask(__net_signal_mask & ~((uint64_t)1 << (__net_signal_number(signal) - 1)));
}

static void run(int signal, const struct sigaction *action) {
    siginfo_t info = {.si_signo = signal, .si_code = SI_USER, .si_pid = getpid(), .si_uid = getuid()};
    if (action->sa_flags & SA_SIGINFO) action->sa_sigaction(signal, &info, NULL);
    else action->sa_handler(signal);
}

// Runs a handler under the mask that its action asks for. `current` is the mask that the signal found, with the signal
// itself added by the host: that of a poll with a mask of its own is another than the program's.
static void handle(int signal, uint64_t bit, uint64_t current) {
    struct sigaction action = actions[signal];
    uint64_t saved = __net_signal_mask;
    uint64_t blocked = __net_mask_of(&action.sa_mask);
    if (action.sa_flags & SA_NODEFER) current &= ~bit;
    if (action.sa_flags & (int)SA_RESETHAND) {
        actions[signal].sa_handler = SIG_DFL;
        __net_apply_action(signal);
    }
    if (!(action.sa_flags & SA_RESTART)) __net_interruptions++;
    __net_set_signal_mask(current | blocked);
    run(signal, &action);
    __net_signal_mask = saved;
}

__attribute__((__noinline__)) static void deliver(uint32_t number) {
    int signal = number < SIGSTKFLT ? (int)number : (int)number + 1;
    if (signal < 1 || signal > SIGSYS) return;
    uint64_t bit = (uint64_t)1 << (number - 1), current = 0;
    __wasi_signal_set_mask(ALL, &current);
    if (__net_awaited & bit) __net_arrived |= bit;
    else if (actions[signal].sa_handler != SIG_DFL && actions[signal].sa_handler != SIG_IGN)
        handle(signal, bit, current);
    __wasi_signal_set_mask(current, NULL);
}

// The compiler lets a function that calls no other keep its variables below the stack pointer, where a handler's own
// would overwrite them. The pad is all that this function has on the stack, and nobody writes to it.
#define RED_ZONE 128

__attribute__((__export_name__("__wasi_signal_deliver"))) void __wasi_signal_deliver(uint32_t number) {
    char pad[RED_ZONE];
    __asm__ volatile("" : : "r"(pad) : "memory");
    deliver(number);
    __asm__ volatile("" : : "r"(pad) : "memory");
}
