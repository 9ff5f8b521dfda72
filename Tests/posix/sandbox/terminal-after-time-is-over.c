// SPDX-License-Identifier: Apache-2.0
// netwasi: --timeout 200ms
// terminal: --stderr
// exit: 124
#include "terminal.h"

// A program whose time is over leaves the terminal as it found it.

int main(void) {
    leave_raw_terminal();
    for (volatile int i = 0;; i++) continue;
}
