// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// GNU's messages of errors. What standard output holds back comes before them.

void (*error_print_progname)(void);
unsigned error_message_count;
int error_one_per_line;

static void print_name(const char *after) {
    fflush(stdout);
    if (error_print_progname != NULL) error_print_progname();
    else fprintf(stderr, "%s:%s", program_invocation_name, after);
}

static void print_rest(int status, int error, const char *format, va_list arguments) {
    vfprintf(stderr, format, arguments);
    error_message_count++;
    if (error != 0) fprintf(stderr, ": %s", strerror(error));
    putc('\n', stderr);
    fflush(stderr);
    if (status != 0) exit(status);
}

void error(int status, int error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    print_name(" ");
    print_rest(status, error, format, arguments);
    va_end(arguments);
}

static bool is_same(const char *a, const char *b) { return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0); }

void error_at_line(int status, int error, const char *file, unsigned line, const char *format, ...) {
    static const char *last_file;
    static unsigned last_line;
    if (error_one_per_line) {
        if (line == last_line && is_same(file, last_file)) return;
        last_file = file;
        last_line = line;
    }
    va_list arguments;
    va_start(arguments, format);
    print_name("");
    if (file != NULL) fprintf(stderr, "%s:%u: ", file, line);
    else putc(' ', stderr);
    print_rest(status, error, format, arguments);
    va_end(arguments);
}
