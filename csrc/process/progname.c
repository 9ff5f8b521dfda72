// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// The program's name by the names that BSD and GNU give it, set before main where a program (or err) asks for one of
// them. wasi-libc defines the same variables together with others, and sets none; hence weak.

#define WEAK __attribute__((__weak__))

static char unknown[] = "";

extern char *__progname, *__progname_full;
WEAK char *__progname = unknown, *__progname_full = unknown;
WEAK char *program_invocation_name = unknown, *program_invocation_short_name = unknown;

static char *first_argument(void) {
    size_t count = 0, size = 0;
    if (__wasi_args_sizes_get(&count, &size) != 0 || count == 0) return unknown;
    uint8_t **arguments = calloc(count, sizeof *arguments);
    uint8_t *text = malloc(size);
    char *name = unknown;
    if (arguments != NULL && text != NULL && __wasi_args_get(arguments, text) == 0) name = (char *)arguments[0];
    else free(text);
    free(arguments);
    return name;
}

__attribute__((__constructor__)) static void set_names(void) {
    char *name = first_argument(), *slash = strrchr(name, '/');
    __progname_full = program_invocation_name = name;
    __progname = program_invocation_short_name = slash != NULL ? slash + 1 : name;
}
