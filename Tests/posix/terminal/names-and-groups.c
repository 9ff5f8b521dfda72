// SPDX-License-Identifier: Apache-2.0
// terminal: yes
#define _GNU_SOURCE

#include "../test.h"
#include <sys/ioctl.h>
#include <termios.h>

// Which descriptors are terminals, whose it is, and what it is called.

int main(void) {
    char name[64];
    int pipes[2];
    REQUIRE(pipe(pipes));
    for (int fd = 0; fd < 3; fd++) SHOW(isatty(fd));
    SHOW(isatty(pipes[0]));
    SHOW(isatty(77));
    printf("%d\n", strncmp(ttyname(0), "/dev/", 5));
    SHOW(ttyname_r(0, name, sizeof name));
    SHOW(ttyname_r(0, name, 3) == ERANGE);
    SHOW(ttyname_r(pipes[0], name, sizeof name) == ENOTTY);
    SHOW(ttyname_r(77, name, sizeof name) == EBADF);
    printf("%s %s\n", ctermid(NULL), ctermid(name));
    printf("foreground: %d\n", tcgetpgrp(0) == getpgrp());
    printf("session: %d\n", tcgetsid(0) == getsid(0));
    SHOW(tcsetpgrp(0, getpgrp()));
    SHOW(tcsetpgrp(0, -1));
    SHOW(tcsetpgrp(0, 99999999));
    SHOW(tcgetpgrp(pipes[0]));
    SHOW(tcgetsid(pipes[0]));
    SHOW(tcsetpgrp(pipes[0], getpgrp()));
    SHOW(tcgetpgrp(77));
    pid_t group = 0;
    SHOW(ioctl(0, TIOCGPGRP, &group));
    SHOW(group == getpgrp());
    SHOW(ioctl(0, TIOCSPGRP, &group));
    SHOW(ioctl(pipes[0], TIOCGPGRP, &group));
    return t_status;
}
