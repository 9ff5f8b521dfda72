// SPDX-License-Identifier: Apache-2.0
// terminal: yes
// exit: 3
#include "../test.h"
#include <termios.h>

// What a program changed stays when it ends by itself: that is what stty is for.

int main(void) {
    struct termios t;
    REQUIRE(tcgetattr(0, &t));
    t.c_lflag &= ~(tcflag_t)ECHO;
    REQUIRE(tcsetattr(0, TCSANOW, &t));
    return 3;
}
