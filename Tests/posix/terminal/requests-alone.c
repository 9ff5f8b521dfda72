// SPDX-License-Identifier: Apache-2.0
// terminal: yes

#include "../test.h"
#include <sys/ioctl.h>
#include <termios.h>

// The requests of a program that calls none of the functions that are the same.

int main(void) {
    struct termios t;
    pid_t group = -1;
    int pipes[2];
    REQUIRE(pipe(pipes));
    memset(&t, 0x55, sizeof t);
    SHOW(ioctl(0, TCGETS, &t));
    printf("%o %o %o %o\n", t.c_iflag, t.c_oflag, t.c_cflag, t.c_lflag);
    SHOW(ioctl(0, TCSETS, &t));
    SHOW(ioctl(0, TIOCGPGRP, &group));
    printf("%d\n", group == getpgrp());
    SHOW(ioctl(0, TCFLSH, 0));
    SHOW(ioctl(pipes[0], TCGETS, &t));
    SHOW(ioctl(77, TCGETS, &t));
    return t_status;
}
