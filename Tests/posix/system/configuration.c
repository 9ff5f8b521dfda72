// SPDX-License-Identifier: Apache-2.0
// setup: mkdir d && touch f

#define _GNU_SOURCE
#include "../test.h"
#include <limits.h>
#include <sys/resource.h>

// What sysconf, pathconf and confstr say, where it is the same on every machine, and what they do not know.

static void tell(const char *name, long value) { printf("%s %ld %s\n", name, value, errname(errno)); }

#define CONF(name) tell(#name, (errno = 0, sysconf(name)))
#define PATH_CONF(path, name) tell(path " " #name, (errno = 0, pathconf(path, name)))

int main(void) {
    CONF(_SC_CLK_TCK);
    CONF(_SC_IOV_MAX);
    CONF(_SC_VERSION);
    CONF(_SC_LOGIN_NAME_MAX);
    CONF(_SC_TTY_NAME_MAX);
    CONF(_SC_REALTIME_SIGNALS);
    CONF(_SC_MONOTONIC_CLOCK);
    CONF(_SC_IPV6);
    CONF(_SC_LINE_MAX);
    CONF(_SC_GETPW_R_SIZE_MAX);
    CONF(12345);
    EXPECT(sysconf(_SC_JOB_CONTROL) > 0 && sysconf(_SC_SAVED_IDS) > 0 && sysconf(_SC_HOST_NAME_MAX) >= 64);
    EXPECT(sysconf(_SC_PAGESIZE) > 0 && sysconf(_SC_PAGESIZE) == getpagesize());
    EXPECT(sysconf(_SC_NPROCESSORS_ONLN) >= 1 && sysconf(_SC_NPROCESSORS_CONF) >= 1);
    EXPECT(sysconf(_SC_PHYS_PAGES) > 0);
    PATH_CONF("d", _PC_NAME_MAX);
    PATH_CONF("d", _PC_PATH_MAX);
    PATH_CONF("f", _PC_PIPE_BUF);
    PATH_CONF("f", 999);
    PATH_CONF("none", _PC_NAME_MAX);
    printf("%ld\n", fpathconf(-1, _PC_NAME_MAX));
    printf("%ld\n", fpathconf(0, _PC_PIPE_BUF));
    char text[256];
    printf("%d %s\n", (int)confstr(_CS_PATH, text, sizeof text), text);
    printf("%d\n", (int)confstr(_CS_PATH, NULL, 0));
    printf("%d %s\n", (int)confstr(_CS_PATH, text, 4), text);
    size_t length = (errno = 0, confstr(9999, text, 4));
    printf("%d %s\n", (int)length, errname(errno));
    printf("%d %d %d\n", NAME_MAX, PATH_MAX, IOV_MAX);
    return t_status;
}
