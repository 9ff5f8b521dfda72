// SPDX-License-Identifier: Apache-2.0

#include "table.h"

// Every option of level IPPROTO_TCP in the table.

int main(void) {
    try_level(IPPROTO_TCP);
    return t_status;
}
