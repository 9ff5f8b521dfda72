// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <unistd.h>

#include "internal.h"

// Dispositions of signals, and their delivery: the host calls the export at the end of this file, which is in a
// program only when something refers to this object. A handler may leave by longjmp.

static struct sigaction actions[SIGRTMAX + 1];

static uint64_t bit_of(int signal) { return UINT64_C(1) << (__net_signal_number(signal) - 1); }

int32_t __net_apply_action(int signal) {
    uint32_t action = __WASI_SIGNAL_ACTION_DELIVER;
    if (actions[signal].sa_handler == SIG_DFL) action = __WASI_SIGNAL_ACTION_DEFAULT;
    if (actions[signal].sa_handler == SIG_IGN) action = __WASI_SIGNAL_ACTION_IGNORE;
    if (__net_thread_signal & bit_of(signal)) action = __WASI_SIGNAL_ACTION_DELIVER;
    if (signal == SIGCHLD) {
        if (actions[signal].sa_flags & SA_NOCLDSTOP) action |= __WASI_SIGNAL_ACTION_NO_STOPPED_CHILDREN;
        if (actions[signal].sa_flags & SA_NOCLDWAIT) action |= __WASI_SIGNAL_ACTION_NO_ENDED_CHILDREN;
    }
    return __wasi_signal_set_action(__net_signal_number(signal), action);
}

// It is blocked meanwhile: it could arrive between two of these stores.
static int32_t replace(int signal, const struct sigaction *action) {
    uint64_t mask = __net_signal_mask;
    struct sigaction before = actions[signal];
    __wasi_signal_set_mask(mask | bit_of(signal), NULL);
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
    __net_set_signal_mask(__net_signal_mask & ~bit_of(signal));
}

#pragma weak __net_handler_stack
#pragma weak __net_timer_notifies

struct delivery {
    const struct sigaction *action;
    siginfo_t info;
};

static void call(void *argument) {
    struct delivery *delivery = argument;
    int signal = delivery->info.si_signo;
    if (delivery->action->sa_flags & SA_SIGINFO) delivery->action->sa_sigaction(signal, &delivery->info, NULL);
    else delivery->action->sa_handler(signal);
}

// On another stack: C has no name for the stack pointer.
HIDDEN void __net_call_on_stack(void (*function)(void *), void *argument, void *stack);
__asm__(".globaltype __stack_pointer, i32\n"
        ".globl __net_call_on_stack\n"
        ".hidden __net_call_on_stack\n"
        ".type __net_call_on_stack,@function\n"
        "__net_call_on_stack:\n"
        ".functype __net_call_on_stack (i32, i32, i32) -> ()\n"
        ".local i32\n"
        "global.get __stack_pointer\n"
        "local.set 3\n"
        "local.get 2\n"
        "global.set __stack_pointer\n"
        "local.get 1\n"
        "local.get 0\n"
        "call_indirect (i32) -> ()\n"
        "local.get 3\n"
        "global.set __stack_pointer\n"
        "end_function\n");

static void run(const struct sigaction *action, const siginfo_t *info) {
    struct delivery delivery = {.action = action, .info = *info};
    void *stack = action->sa_flags & SA_ONSTACK && __net_handler_stack ? __net_handler_stack() : NULL;
    if (stack != NULL) __net_call_on_stack(call, &delivery, stack);
    else call(&delivery);
}

// Runs a handler under the mask that its action asks for, beside the one that the signal found: that of a poll with a
// mask of its own is another than the program's. The host puts the mask back.
static void handle(int signal, const __wasi_signal_info_t *information) {
    struct sigaction action = actions[signal];
    siginfo_t info = {.si_signo = signal};
    uint64_t saved = __net_signal_mask, blocked = __net_mask_of(&action.sa_mask);
    if (!(action.sa_flags & SA_NODEFER)) blocked |= bit_of(signal);
    if (action.sa_flags & SA_SIGINFO) __net_siginfo_of(information, &info);
    if (action.sa_flags & (int)SA_RESETHAND) {
        actions[signal].sa_handler = SIG_DFL;
        __net_apply_action(signal);
    }
    if (!(action.sa_flags & SA_RESTART)) __net_interruptions++;
    __net_set_signal_mask(information->mask | blocked);
    run(&action, &info);
    __net_signal_mask = saved;
}

// What timers of SIGEV_THREAD send, which has the function called; other signals of that number find the default action.
static bool notify(int signal, const __wasi_signal_info_t *information) {
    uint64_t saved = __net_signal_mask;
    if (!(__net_thread_signal & bit_of(signal)) || !__net_timer_notifies) return false;
    __net_set_signal_mask(information->mask | bit_of(signal));
    int saved_errno = errno;
    bool notified = __net_timer_notifies(information);
    errno = saved_errno; // the function is a thread's, which has another
    __net_signal_mask = saved;
    if (notified || actions[signal].sa_handler != SIG_DFL) return notified;
    __net_thread_signal = 0;
    __net_reset_signal(signal);
    __wasi_signal_send(__net_signal_number(signal), information->code, information->value);
    return true;
}

__attribute__((__noinline__)) static void deliver(uint32_t number) {
    int signal = __net_signal_of(number);
    __wasi_signal_info_t information = {.signal = 0};
    if (!__net_signal_is(signal) || __wasi_signal_information(&information) != 0) return;
    if (notify(signal, &information)) return;
    if (actions[signal].sa_handler != SIG_DFL && actions[signal].sa_handler != SIG_IGN) handle(signal, &information);
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
