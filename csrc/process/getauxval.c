// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/auxv.h>
#include <unistd.h>

// No processor has features that a program could ask for, and there is nothing that it may do for others.

unsigned long getauxval(unsigned long type) {
    switch (type) {
    case AT_PAGESZ: return (unsigned long)getpagesize();
    case AT_UID: return getuid();
    case AT_EUID: return geteuid();
    case AT_GID: return getgid();
    case AT_EGID: return getegid();
    case AT_CLKTCK: return (unsigned long)sysconf(_SC_CLK_TCK);
    case AT_HWCAP:
    case AT_HWCAP2:
    case AT_SECURE: return 0;
    default: errno = ENOENT; return 0;
    }
}
