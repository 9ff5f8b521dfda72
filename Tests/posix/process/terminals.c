// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>

// What is no terminal says so, and what only changes the structure.

static void no_terminal(const char *what, int fd) {
    struct termios t;
    struct winsize size;
    char name[64];
    memset(&t, 0, sizeof t);
    printf("%s\n", what);
    SHOW(isatty(fd));
    printf("%s\n", errname(errno));
    SHOW(tcgetattr(fd, &t));
    SHOW(tcsetattr(fd, TCSANOW, &t));
    SHOW(tcsetattr(fd, TCSADRAIN, &t));
    SHOW(tcsetattr(fd, TCSAFLUSH, &t));
    SHOW(tcsetattr(fd, 77, &t));
    SHOW(tcsendbreak(fd, 0));
    SHOW(tcdrain(fd));
    SHOW(tcflush(fd, TCIFLUSH));
    SHOW(tcflow(fd, TCOON));
    SHOW(tcgetsid(fd));
    SHOW(tcgetpgrp(fd));
    SHOW(tcsetpgrp(fd, getpgrp()));
    SHOW(ioctl(fd, TIOCGWINSZ, &size));
    errno = 0;
    EXPECT(ttyname(fd) == NULL);
    printf("ttyname: %s\n", errname(errno));
    printf("ttyname_r: %s\n", errname(ttyname_r(fd, name, sizeof name)));
}

static void show_modes(const struct termios *t) {
    printf("%#x %#x %#x %#x", (unsigned)t->c_iflag, (unsigned)t->c_oflag, (unsigned)t->c_cflag, (unsigned)t->c_lflag);
    printf(" min %d time %d, in %#x out %#x\n", t->c_cc[VMIN], t->c_cc[VTIME], (unsigned)cfgetispeed(t), (unsigned)cfgetospeed(t));
}

int main(void) {
    int ends[2], file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600)), pair = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(pipe(ends));
    no_terminal("file", file);
    no_terminal("pipe", ends[0]);
    no_terminal("socket", pair);
    no_terminal("none", 99);
    no_terminal("negative", -1);
    char name[L_ctermid];
    printf("%s %s\n", ctermid(name), ctermid(NULL));

    struct termios t;
    memset(&t, 0, sizeof t);
    t.c_iflag = IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXOFF | IGNPAR;
    t.c_oflag = OPOST | ONLCR;
    t.c_cflag = CS7 | PARENB | CREAD | CLOCAL;
    t.c_lflag = ECHO | ECHOE | ECHONL | ICANON | ISIG | IEXTEN | NOFLSH | TOSTOP;
    show_modes(&t);
    cfmakeraw(&t);
    show_modes(&t);
    static const speed_t speeds[] = {B0, B50, B9600, B38400, B57600, B115200, 12345678, B110 | 0x40};
    for (size_t i = 0; i < sizeof speeds / sizeof *speeds; i++) {
        printf("%#x: ", (unsigned)speeds[i]);
        errno = 0;
        printf("%d", cfsetospeed(&t, speeds[i]));
        printf(" %s", errname(errno));
        printf(" %#x", (unsigned)cfgetospeed(&t));
        errno = 0;
        printf(" %d", cfsetispeed(&t, speeds[i]));
        printf(" %s\n", errname(errno));
    }
    SHOW(cfsetspeed(&t, B9600));
    SHOW(cfsetspeed(&t, B115200));
    printf("%d\n", cfgetispeed(&t) == B115200 && cfgetospeed(&t) == B115200);
    SHOW(cfsetspeed(&t, 12345678));
    return t_status;
}
