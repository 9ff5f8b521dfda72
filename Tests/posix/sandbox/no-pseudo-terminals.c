// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir .::/

#define _GNU_SOURCE
#include "../test.h"
#include <pty.h>

// There is nothing to make a pseudo-terminal with.

int main(void) {
    int master = 7, slave = 7;
    SHOW(posix_openpt(O_RDWR | O_NOCTTY));
    SHOW(getpt());
    SHOW(openpty(&master, &slave, NULL, NULL, NULL));
    SHOW(forkpty(&master, NULL, NULL, NULL));
    SHOW(master);
    return t_status;
}
