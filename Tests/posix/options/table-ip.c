// SPDX-License-Identifier: Apache-2.0

#include "table.h"

// Every option of level IPPROTO_IP in the table.

int main(void) {
    try_level(IPPROTO_IP);
    return t_status;
}
