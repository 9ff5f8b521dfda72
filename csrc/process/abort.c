// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <stdlib.h>

#include "internal.h"

// Ends the program with SIGABRT: its handler may run, and returning from it changes nothing. Streams are not flushed.

int32_t __net_proc_raise(uint32_t signal)
    __attribute__((__import_module__("wasi_snapshot_preview1"), __import_name__("proc_raise")));
HIDDEN extern void __net_reset_signal(int signal) __attribute__((__weak__));

_Noreturn void abort(void) {
    __net_proc_raise(SIGABRT);
    if (__net_reset_signal) {
        __net_reset_signal(SIGABRT);
        __net_proc_raise(SIGABRT);
    }
    __builtin_trap();
}
