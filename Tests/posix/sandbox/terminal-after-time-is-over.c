// SPDX-License-Identifier: Apache-2.0
// netwasi: --timeout 200ms
// terminal: --stderr
// exit: 124
#include "../test.h"
#include <termios.h>

// A program whose time is over leaves the terminal as it found it.

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
    for (volatile int i = 0;; i++) continue;
}
