// SPDX-License-Identifier: Apache-2.0
// netwasi: none
// terminal: --stderr
// exit: 134
#include "../test.h"
#include <termios.h>

// A program that trapped leaves the terminal as it found it.

int main(void) {
    struct termios t;
    REQUIRE(tcgetattr(0, &t));
    cfmakeraw(&t);
    t.c_oflag |= OPOST | ONLCR;
    REQUIRE(tcsetattr(0, TCSANOW, &t));
    printf("raw\n");
    fflush(stdout);
    // Whatever it has open by then.
    for (int fd = 0; fd < 2; fd++) close(fd);
    __builtin_trap();
}
