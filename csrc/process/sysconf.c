// SPDX-License-Identifier: Apache-2.0
#include <limits.h>
#include <unistd.h>

// Of memory, as far as addresses go. What the host has of it is not told.
#define MOST_PAGES 65536L

// wasi-libc's, which our header's name stands before. It says of some things that they have no limit.
long __net_libc_sysconf(int) __asm__("sysconf");

long sysconf(int name) {
    switch (name) {
    case _SC_OPEN_MAX: return getdtablesize();
    case _SC_LINE_MAX: return _POSIX2_LINE_MAX;
    case _SC_GETPW_R_SIZE_MAX:
    case _SC_GETGR_R_SIZE_MAX: return 1024;
    case _SC_PHYS_PAGES: return MOST_PAGES;
    case _SC_AVPHYS_PAGES: return MOST_PAGES - (long)__builtin_wasm_memory_size(0);
    case _SC_JOB_CONTROL:
    case _SC_SAVED_IDS: return _POSIX_VERSION;
    default: return __net_libc_sysconf(name);
    }
}
