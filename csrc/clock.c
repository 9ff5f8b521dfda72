// SPDX-License-Identifier: Apache-2.0
#include "internal.h"

int64_t __net_now(void) {
    __wasi_timestamp_t time = 0;
    return __wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, 1, &time) == 0 ? (int64_t)time : 0;
}
