// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

// Terminals. Which a program may reach are those that it was started with.

// What glibc keeps among the input flags: that the speed of input is that of output.
#define SAME_SPEED 020000000000u

enum {
    CHARACTERS = sizeof((__wasi_fd_terminal_t *)0)->characters,
    FLAGS_SIZE = offsetof(__wasi_fd_terminal_t, characters),
};

_Static_assert(TCSANOW == __WASI_FD_TERMINAL_NOW && TCSADRAIN == __WASI_FD_TERMINAL_DRAIN, "the import's numbers");
_Static_assert(TCSAFLUSH == __WASI_FD_TERMINAL_FLUSH && TCIOFLUSH == 2 && TCION == 3, "the import's numbers");

int tcgetattr(int fd, struct termios *attributes) {
    __wasi_fd_terminal_t settings;
    if (!__net_inside(attributes, sizeof *attributes)) return __net_ret(__net_fault(fd));
    int32_t error = __wasi_fd_terminal_get(fd, &settings);
    if (error != 0) return __net_ret(error);
    speed_t speed = settings.control & (CBAUD | CBAUDEX);
    *attributes = (struct termios){.c_iflag = settings.input,
                                   .c_oflag = settings.output,
                                   .c_cflag = settings.control,
                                   .c_lflag = settings.local,
                                   .c_line = settings.line,
                                   .__c_ispeed = speed,
                                   .__c_ospeed = speed};
    memcpy(attributes->c_cc, settings.characters, CHARACTERS);
    return 0;
}

// POSIX has the call succeed if any of the changes could be made. As in glibc it fails if none of the flags changed while
// these should have.
static bool had_no_effect(int fd, const __wasi_fd_terminal_t *before, const __wasi_fd_terminal_t *wanted) {
    __wasi_fd_terminal_t after;
    if (__wasi_fd_terminal_get(fd, &after) != 0 || memcmp(before, &after, FLAGS_SIZE) != 0) return false;
    tcflag_t missing = (after.control ^ wanted->control) & (PARENB | CREAD);
    if (wanted->control & CSIZE) missing |= (after.control ^ wanted->control) & CSIZE;
    return missing != 0;
}

int tcsetattr(int fd, int when, const struct termios *attributes) {
    if (when != TCSANOW && when != TCSADRAIN && when != TCSAFLUSH) return __net_ret(EINVAL);
    if (!__net_inside(attributes, sizeof *attributes)) return __net_ret(__net_fault(fd));
    __wasi_fd_terminal_t before, settings = {.input = attributes->c_iflag & ~SAME_SPEED,
                                             .output = attributes->c_oflag,
                                             .control = attributes->c_cflag,
                                             .local = attributes->c_lflag,
                                             .line = attributes->c_line};
    memcpy(settings.characters, attributes->c_cc, CHARACTERS);
    int32_t error = __wasi_fd_terminal_get(fd, &before);
    if (error != 0) return __net_ret(error);
    NET_RESTARTING(error, fd, false, __wasi_fd_terminal_set(fd, (uint32_t)when, &settings));
    if (error == 0 && had_no_effect(fd, &before, &settings)) error = EINVAL;
    return __net_ret(error);
}

static int control(int fd, uint32_t operation, int argument) {
    int32_t error;
    NET_RESTARTING(error, fd, false, __wasi_fd_terminal_control(fd, operation, argument));
    return __net_ret(error);
}

int tcdrain(int fd) { return control(fd, __WASI_FD_TERMINAL_WAIT, 0); }
int tcflush(int fd, int queue) { return control(fd, __WASI_FD_TERMINAL_DISCARD, queue); }
int tcflow(int fd, int action) { return control(fd, __WASI_FD_TERMINAL_FLOW, action); }
int tcsendbreak(int fd, int duration) { return control(fd, __WASI_FD_TERMINAL_BREAK, duration); }

// --- Who uses it: this program, which leads its group, or somebody else ---

pid_t tcgetpgrp(int fd) {
    uint32_t foreground = 0;
    int32_t error = __wasi_fd_terminal_foreground(fd, &foreground);
    return __net_ret_value(error, foreground ? getpgrp() : getppid());
}

// It can neither come to the foreground by itself nor send another there.
int tcsetpgrp(int fd, pid_t group) {
    uint32_t foreground = 0;
    int32_t error = __wasi_fd_terminal_foreground(fd, &foreground);
    if (error == 0 && group < 0) error = EINVAL;
    if (error == 0 && group != getpgrp()) error = ESRCH;
    return __net_ret(error != 0 || foreground ? error : EPERM);
}

pid_t tcgetsid(int fd) {
    uint32_t foreground = 0;
    int32_t error = __wasi_fd_terminal_foreground(fd, &foreground);
    return __net_ret_value(error, getsid(0));
}

// --- The same as requests of ioctl ---

static int group_request(int fd, pid_t group, pid_t *result) {
    if (group < 0) return -1;
    if (!__net_inside(result, sizeof *result)) return __net_ret(__net_fault(fd));
    *result = group;
    return 0;
}

int __net_terminal_request(int fd, int request, void *argument) {
    int number = (int)(intptr_t)argument;
    const pid_t *group = argument;
    switch (request) {
    case TCGETS: return tcgetattr(fd, argument);
    case TCSETS:
    case TCSETSW:
    case TCSETSF: return tcsetattr(fd, request - TCSETS, argument);
    case TCSBRK: return number == 0 ? tcsendbreak(fd, 0) : tcdrain(fd);
    case TCSBRKP: return tcsendbreak(fd, number);
    case TCXONC: return tcflow(fd, number);
    case TCFLSH: return tcflush(fd, number);
    case TIOCGPGRP: return group_request(fd, tcgetpgrp(fd), argument);
    case TIOCGSID: return group_request(fd, tcgetsid(fd), argument);
    case TIOCSPGRP: return __net_inside(group, sizeof *group) ? tcsetpgrp(fd, *group) : __net_ret(__net_fault(fd));
    default: return __net_ret(__net_unless_bad(fd, ENOTTY));
    }
}

// --- What only works on the structure, as glibc's functions do ---

speed_t cfgetospeed(const struct termios *attributes) { return attributes->c_cflag & (CBAUD | CBAUDEX); }
speed_t cfgetispeed(const struct termios *attributes) {
    return attributes->c_iflag & SAME_SPEED ? 0 : attributes->c_cflag & (CBAUD | CBAUDEX);
}

static bool is_speed(speed_t speed) { return speed <= B38400 || (speed >= B57600 && speed <= B4000000); }

static void set_speed(struct termios *attributes, speed_t speed) {
    attributes->c_cflag = (attributes->c_cflag & ~(tcflag_t)(CBAUD | CBAUDEX)) | speed;
}

int cfsetospeed(struct termios *attributes, speed_t speed) {
    if (!is_speed(speed)) return __net_ret(EINVAL);
    attributes->__c_ospeed = speed;
    set_speed(attributes, speed);
    return 0;
}

int cfsetispeed(struct termios *attributes, speed_t speed) {
    if (!is_speed(speed)) return __net_ret(EINVAL);
    attributes->__c_ispeed = speed;
    if (speed == 0) {
        attributes->c_iflag |= SAME_SPEED;
    } else {
        attributes->c_iflag &= ~SAME_SPEED;
        set_speed(attributes, speed);
    }
    return 0;
}

// The speed as its code, or in bits a second.
int cfsetspeed(struct termios *attributes, speed_t speed) {
    static const struct {
        speed_t value, code;
    } speeds[] = {{0, B0},           {50, B50},         {75, B75},         {110, B110},       {134, B134},
                  {150, B150},       {200, B200},       {300, B300},       {600, B600},       {1200, B1200},
                  {1800, B1800},     {2400, B2400},     {4800, B4800},     {9600, B9600},     {19200, B19200},
                  {38400, B38400},   {57600, B57600},   {115200, B115200}, {230400, B230400}, {460800, B460800},
                  {500000, B500000}, {576000, B576000}, {921600, B921600}, {1000000, B1000000},
                  {1152000, B1152000}, {1500000, B1500000}, {2000000, B2000000}, {2500000, B2500000},
                  {3000000, B3000000}, {3500000, B3500000}, {4000000, B4000000}};
    for (size_t i = 0; i < sizeof speeds / sizeof *speeds; i++) {
        if (speed != speeds[i].code && speed != speeds[i].value) continue;
        cfsetispeed(attributes, speeds[i].code);
        return cfsetospeed(attributes, speeds[i].code);
    }
    return __net_ret(EINVAL);
}

void cfmakeraw(struct termios *attributes) {
    attributes->c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    attributes->c_oflag &= ~(tcflag_t)OPOST;
    attributes->c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    attributes->c_cflag = (attributes->c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
    attributes->c_cc[VMIN] = 1;
    attributes->c_cc[VTIME] = 0;
}

// --- Names: the host's is nothing to a program ---

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
