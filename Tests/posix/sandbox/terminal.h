// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <termios.h>

/// Makes the terminal raw and says so, then closes what the program has open of it.
static void leave_raw_terminal(void) {
    struct termios t;
    REQUIRE(tcgetattr(0, &t));
    cfmakeraw(&t);
    t.c_oflag |= OPOST | ONLCR;
    REQUIRE(tcsetattr(0, TCSANOW, &t));
    printf("raw\n");
    fflush(stdout);
    for (int fd = 0; fd < 2; fd++) close(fd);
}
