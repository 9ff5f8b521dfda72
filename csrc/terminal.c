// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

// Terminals. The host says whether a descriptor is one and how large it is; its settings cannot be seen or changed,
// which is ENOTTY, the answer that programs are ready for.

static int refuse(int fd) { return __net_ret(__net_unless_bad(fd, ENOTTY)); }

int tcgetattr(int fd, struct termios *attributes) {
    (void)attributes;
    return refuse(fd);
}
int tcsetattr(int fd, int when, const struct termios *attributes) {
    (void)when, (void)attributes;
    return refuse(fd);
}
int tcsendbreak(int fd, int duration) {
    (void)duration;
    return refuse(fd);
}
int tcdrain(int fd) { return refuse(fd); }
int tcflush(int fd, int queue) {
    (void)queue;
    return refuse(fd);
}
int tcflow(int fd, int action) {
    (void)action;
    return refuse(fd);
}
pid_t tcgetsid(int fd) { return refuse(fd); }

// These only work on the structure.
speed_t cfgetospeed(const struct termios *attributes) { return attributes->__c_ospeed; }
speed_t cfgetispeed(const struct termios *attributes) { return attributes->__c_ispeed; }

static bool is_speed(speed_t speed) { return speed <= B38400 || (speed >= B57600 && speed <= B4000000); }

int cfsetospeed(struct termios *attributes, speed_t speed) {
    if (!is_speed(speed)) return __net_ret(EINVAL);
    attributes->__c_ospeed = speed;
    return 0;
}

int cfsetispeed(struct termios *attributes, speed_t speed) {
    if (!is_speed(speed)) return __net_ret(EINVAL);
    attributes->__c_ispeed = speed;
    return 0;
}

int cfsetspeed(struct termios *attributes, speed_t speed) {
    return cfsetospeed(attributes, speed) == 0 ? cfsetispeed(attributes, speed) : -1;
}

void cfmakeraw(struct termios *attributes) {
    attributes->c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    attributes->c_oflag &= ~(tcflag_t)OPOST;
    attributes->c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    attributes->c_cflag = (attributes->c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
    attributes->c_cc[VMIN] = 1;
    attributes->c_cc[VTIME] = 0;
}

int ttyname_r(int fd, char *buffer, size_t size) {
    static const char name[] = "/dev/tty";
    if (!isatty(fd)) return errno;
    if (size < sizeof name) return ERANGE;
    memcpy(buffer, name, sizeof name);
    return 0;
}

char *ttyname(int fd) {
    static char name[16];
    return __net_ret(ttyname_r(fd, name, sizeof name)) == 0 ? name : NULL;
}
