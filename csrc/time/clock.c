// SPDX-License-Identifier: Apache-2.0
#include "internal.h"

// The clocks of the processor's time, for a wasi-libc that has left them out.
const struct __clockid __netwasi_process_clock = {.id = __WASI_CLOCKID_PROCESS_CPUTIME_ID};
const struct __clockid __netwasi_thread_clock = {.id = __WASI_CLOCKID_THREAD_CPUTIME_ID};

int64_t __net_now(void) {
    __wasi_timestamp_t time = 0;
    return __wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, 1, &time) == 0 ? (int64_t)time : 0;
}
