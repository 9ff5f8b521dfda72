// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "internal.h"

int pause(void) {
    uint32_t ready = 0;
    return __net_ret(__net_poll(NULL, 0, -1, NULL, &ready));
}
