// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// BSD's messages of errors. The program's name is the variable that programs may set, which musl's do not look at.

static void message(const char *format, va_list arguments, const char *cause) {
    fprintf(stderr, "%s: ", program_invocation_short_name);
    if (format != NULL) vfprintf(stderr, format, arguments);
    if (cause != NULL) fprintf(stderr, "%s%s", format != NULL ? ": " : "", cause);
    putc('\n', stderr);
}

void vwarn(const char *format, va_list arguments) {
    int saved = errno;
    message(format, arguments, strerror(saved));
    errno = saved;
}

void vwarnx(const char *format, va_list arguments) { message(format, arguments, NULL); }

_Noreturn void verr(int status, const char *format, va_list arguments) {
    vwarn(format, arguments);
    exit(status);
}

_Noreturn void verrx(int status, const char *format, va_list arguments) {
    vwarnx(format, arguments);
    exit(status);
}

void warn(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vwarn(format, arguments);
    va_end(arguments);
}

void warnx(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vwarnx(format, arguments);
    va_end(arguments);
}

_Noreturn void err(int status, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    verr(status, format, arguments);
}

_Noreturn void errx(int status, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    verrx(status, format, arguments);
}
