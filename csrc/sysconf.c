// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

// wasi-libc's, which our header's name stands before. It says of some things that they have no limit.
long __net_libc_sysconf(int) __asm__("sysconf");

long sysconf(int name) {
    switch (name) {
    case _SC_OPEN_MAX: return getdtablesize();
    case _SC_JOB_CONTROL:
    case _SC_SAVED_IDS: return _POSIX_VERSION;
    default: return __net_libc_sysconf(name);
    }
}
