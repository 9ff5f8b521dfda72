// SPDX-License-Identifier: Apache-2.0

#include "table.h"

// Every option of level IPPROTO_IPV6 in the table.

int main(void) {
    try_level(IPPROTO_IPV6);
    return t_status;
}
