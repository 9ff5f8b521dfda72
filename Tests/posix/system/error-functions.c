// SPDX-License-Identifier: Apache-2.0
// exit: 5

#define _GNU_SOURCE
#include "../test.h"
#include <err.h>
#include <setjmp.h>
#include <stdarg.h>
#include <syslog.h>

// err.h and vsyslog, on standard error, which is standard output here. The functions that end the program do it at the end.

extern char *program_invocation_name, *program_invocation_short_name;

static void v(void (*function)(const char *, va_list), const char *format, ...) {
    va_list list;
    va_start(list, format);
    function(format, list);
    va_end(list);
}

static void v_warn(const char *format, va_list list) { vwarn(format, list); }
static void v_warnx(const char *format, va_list list) { vwarnx(format, list); }
static void v_syslog(const char *format, va_list list) { vsyslog(LOG_NOTICE, format, list); }

static int ending;
static void v_err(const char *format, va_list list) { verr(5, format, list); }

static void at_end(void) {
    // exit has been called: what is left is to look at each of the others, each from within the former's exit.
    switch (ending++) {
    case 0: atexit(at_end); errno = EACCES; warn("in exit"); break;
    case 1: printf("last\n"); break;
    }
}

int main(void) {
    program_invocation_name = program_invocation_short_name = (char *)"program";
    REQUIRE(dup2(1, 2));
    setvbuf(stdout, NULL, _IONBF, 0);
    errno = ENOENT;
    warn("file %s", "name");
    EXPECT_EQ(errno, ENOENT);
    warn(NULL);
    warnx("no error %d", 7);
    warnx(NULL);
    warn("%s", "");
    errno = ECONNREFUSED;
    v(v_warn, "vwarn %d", 1);
    v(v_warnx, "vwarnx %d", 2);
    openlog("ident", LOG_PERROR, LOG_USER);
    errno = EPERM;
    v(v_syslog, "vsyslog %s: %m", "x");
    atexit(at_end);
    if (t_status) return t_status;
    errno = ENOSPC;
    v(v_err, "verr %d", 3);
    return 1;
}
