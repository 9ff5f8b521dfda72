// SPDX-License-Identifier: Apache-2.0
// exit: 255

#define _GNU_SOURCE
#include "../test.h"
#include <err.h>
#include <stdarg.h>

// verrx, with a status of which the low eight bits count.

extern char *program_invocation_name, *program_invocation_short_name;

static void end(int status, const char *format, ...) {
    va_list list;
    va_start(list, format);
    verrx(status, format, list);
}

int main(void) {
    program_invocation_name = program_invocation_short_name = (char *)"program";
    REQUIRE(dup2(1, 2));
    end(-1, "%s", "verrx");
}
