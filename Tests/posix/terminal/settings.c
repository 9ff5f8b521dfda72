// SPDX-License-Identifier: Apache-2.0
// terminal: yes
#define _GNU_SOURCE

#include "../test.h"
#include <sys/ioctl.h>
#include <termios.h>

// The settings of a terminal: read, changed and changed back; what it takes and what not.

static void show_settings(const char *what) {
    struct termios t;
    memset(&t, 0x55, sizeof t);
    REQUIRE(tcgetattr(0, &t));
    printf("%s: %o %o %o %o, speeds %o %o, line %d, characters", what, t.c_iflag, t.c_oflag, t.c_cflag, t.c_lflag,
           cfgetispeed(&t), cfgetospeed(&t), t.c_line);
    for (int i = 0; i < NCCS; i++) printf(" %d", t.c_cc[i]);
    printf("\n");
}

static void set(const char *what, int when, struct termios t) {
    errno = 0;
    int result = tcsetattr(0, when, &t);
    printf("%s: %d %s\n", what, result, errname(errno));
    show_settings("    now");
}

int main(void) {
    struct termios first, t;
    int pipes[2];
    // Nothing of it is on its way to the terminal when output is thrown away.
    static char buffer[1 << 16];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    REQUIRE(pipe(pipes));
    show_settings("at first");
    REQUIRE(tcgetattr(1, &first));
    t = first;
    t.c_lflag &= ~(tcflag_t)(ECHO | ICANON);
    t.c_cc[VMIN] = 3;
    t.c_cc[VTIME] = 2;
    set("raw input", TCSANOW, t);
    cfmakeraw(&t);
    t.c_oflag |= OPOST;
    set("raw", TCSADRAIN, t);
    t = first;
    SHOW(cfsetospeed(&t, B9600));
    SHOW(cfsetispeed(&t, B1200));
    set("speed", TCSAFLUSH, t);
    SHOW(cfsetispeed(&t, 0));
    printf("%o %o\n", cfgetispeed(&t), cfgetospeed(&t));
    set("speed of output", TCSANOW, t);
    SHOW(cfsetospeed(&t, 12345));
    SHOW(cfsetspeed(&t, B300));
    SHOW(cfsetspeed(&t, 115200));
    SHOW(cfsetspeed(&t, 77));
    printf("%o %o\n", cfgetispeed(&t), cfgetospeed(&t));
    t = first;
    t.c_cflag |= PARENB;
    set("parity", TCSANOW, t);
    t.c_cflag = (t.c_cflag & ~(tcflag_t)CSIZE) | CS7;
    set("seven bits", TCSADRAIN, t);
    t.c_iflag = t.c_oflag = t.c_lflag = ~0u;
    t.c_oflag = first.c_oflag;
    set("all flags", TCSANOW, t);
    set("first", TCSAFLUSH, first);
    SHOW(tcsetattr(0, 77, &first));
    SHOW(tcsetattr(pipes[0], TCSANOW, &first));
    SHOW(tcsetattr(77, TCSANOW, &first));
    SHOW(tcgetattr(pipes[0], &t));
    SHOW(tcgetattr(77, &t));
    SHOW(tcdrain(1));
    SHOW(tcdrain(pipes[1]));
    SHOW(tcflush(0, TCIFLUSH));
    SHOW(tcflush(0, TCIOFLUSH));
    SHOW(tcflush(0, 77));
    SHOW(tcflush(pipes[0], 77));
    SHOW(tcflush(77, TCIFLUSH));
    SHOW(tcflow(1, TCOON));
    SHOW(tcflow(1, 77));
    SHOW(tcflow(pipes[0], TCOON));
    SHOW(tcsendbreak(0, 0));
    SHOW(tcsendbreak(pipes[0], 0));
    memset(&t, 0, sizeof t);
    SHOW(ioctl(0, TCGETS, &t));
    printf("%o %o\n", t.c_lflag, t.c_cflag);
    t.c_lflag ^= ECHO;
    SHOW(ioctl(0, TCSETSW, &t));
    SHOW(ioctl(0, TCSETSF, &first));
    SHOW(ioctl(0, TCFLSH, TCIFLUSH));
    SHOW(ioctl(0, TCSBRK, 1));
    SHOW(ioctl(0, TCXONC, TCOON));
    SHOW(ioctl(pipes[0], TCGETS, &t));
    SHOW(ioctl(77, TCGETS, &t));
    return t_status;
}
