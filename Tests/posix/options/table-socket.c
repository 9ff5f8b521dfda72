// SPDX-License-Identifier: Apache-2.0

#include "table.h"

// Every option of level SOL_SOCKET in the table.

int main(void) {
    try_level(SOL_SOCKET);
    return t_status;
}
