// SPDX-License-Identifier: Apache-2.0
//
// Terminals: their settings, and how they were before a guest changed them.
#define _GNU_SOURCE
#include "CKernel.h"

#include <stdatomic.h>

_Static_assert(sizeof(struct ck_terminal) == 36, "the kernel's struct termios");

enum { get_settings = 0x5401, set_settings = 0x5402, break_or_drain = 0x5409, flow = 0x540a, discard = 0x540b };
_Static_assert(TCGETS == get_settings && TCSETS == set_settings && TCSBRK == break_or_drain, "the same everywhere here");

/// Those that a guest can have are its standard streams', hardly ever more than one.
enum { most_remembered = 4 };
static struct {
    dev_t device;
    int fd;
    struct ck_terminal settings;
} remembered[most_remembered];
static atomic_int remembered_count;

/// The first time that a terminal is changed. One that cannot be remembered is changed all the same.
static void remember(int fd) {
    struct stat status;
    int count = atomic_load(&remembered_count);
    if (count == most_remembered || fstat(fd, &status) != 0 || !S_ISCHR(status.st_mode)) return;
    for (int i = 0; i < count; i++) {
        if (remembered[i].device == status.st_rdev) return;
    }
    if (ioctl(fd, get_settings, &remembered[count].settings) != 0) return;
    int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return;
    remembered[count].device = status.st_rdev;
    remembered[count].fd = copy;
    atomic_store(&remembered_count, count + 1);
}

int ck_terminal_get(int fd, struct ck_terminal *settings) { return ioctl(fd, get_settings, settings); }

intptr_t ck_terminal_set(int fd, int when, const struct ck_terminal *settings) {
    remember(fd);
    return ck_wait_syscall(SYS_ioctl, fd, set_settings + when, (intptr_t)settings, 0, 0, 0);
}

intptr_t ck_terminal_control(int fd, enum ck_terminal_operation operation, int argument) {
    static const int requests[] = {
        [CK_TERMINAL_WAIT] = break_or_drain,
        [CK_TERMINAL_DISCARD] = discard,
        [CK_TERMINAL_FLOW] = flow,
        [CK_TERMINAL_BREAK] = break_or_drain,
    };
    // As the C library has it, any number but 0 drains.
    if (operation == CK_TERMINAL_WAIT) argument = 1;
    if (operation == CK_TERMINAL_BREAK) argument = 0;
    return ck_wait_syscall(SYS_ioctl, fd, requests[operation], argument, 0, 0, 0);
}

void ck_terminals_restore(void) {
    // In the background a change would stop this process.
    signal(SIGTTOU, SIG_IGN);
    for (int i = atomic_load(&remembered_count) - 1; i >= 0; i--) {
        ioctl(remembered[i].fd, set_settings, &remembered[i].settings);
    }
}
