// SPDX-License-Identifier: Apache-2.0
// netwasi: none
// terminal: --stderr
// exit: 134
#include "terminal.h"

// A program that trapped leaves the terminal as it found it.

int main(void) {
    leave_raw_terminal();
    __builtin_trap();
}
