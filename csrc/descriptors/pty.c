// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utmp.h>

#include "internal.h"

// Pseudo-terminals: there is no device to make one with unless a /dev that has it was granted, and then none of its
// requests. What asks about one is told that its descriptor is none.

int posix_openpt(int flags) { return open("/dev/ptmx", flags); }
int getpt(void) { return posix_openpt(O_RDWR); }

static int32_t number_of(int fd) {
    int number;
    return ioctl(fd, (int)TIOCGPTN, &number) == 0 ? 0 : errno;
}

// POSIX's error where ioctl has its own.
static int checked(int fd) {
    int32_t error = number_of(fd);
    return __net_ret(error == ENOTTY ? EINVAL : error);
}

int grantpt(int fd) { return checked(fd); }
int unlockpt(int fd) { return checked(fd); }

int ptsname_r(int fd, char *name, size_t size) {
    (void)name, (void)size;
    return __net_ret(number_of(fd)) == 0 ? 0 : errno;
}

char *ptsname(int fd) {
    __net_ret(number_of(fd));
    return NULL;
}

int openpty(int *master, int *slave, char *name, const struct termios *settings, const struct winsize *size) {
    (void)master, (void)slave, (void)name, (void)settings, (void)size;
    int fd = getpt();
    if (fd < 0) return -1;
    unlockpt(fd);
    int32_t error = number_of(fd);
    close(fd);
    return __net_ret(error);
}

int forkpty(int *master, char *name, const struct termios *settings, const struct winsize *size) {
    int slave;
    return openpty(master, &slave, name, settings, size) < 0 ? -1 : __net_ret(ENOSYS);
}

// A session of its own would have to be made for it.
int login_tty(int fd) { return ioctl(fd, TIOCSCTTY, 0); }
