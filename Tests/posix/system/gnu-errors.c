// SPDX-License-Identifier: Apache-2.0
// exit: 4

#define _GNU_SOURCE
#include "../test.h"
#include <error.h>

// error and error_at_line, on standard error, which is standard output here.

static void print_name(void) { fputs("[own name] ", stderr); }

int main(void) {
    program_invocation_name = program_invocation_short_name = (char *)"program";
    REQUIRE(dup2(1, 2));
    printf("before\n");
    error(0, 0, "plain %d", 1);
    error(0, ENOENT, "with %s", "cause");
    error_at_line(0, 0, "file.c", 12, "at a line");
    error_at_line(0, EACCES, "file.c", 12, "at the same");
    error_at_line(0, 0, NULL, 3, "no file");
    error_one_per_line = 1;
    error_at_line(0, 0, "file.c", 12, "first");
    error_at_line(0, 0, "file.c", 12, "left out");
    error_at_line(0, 0, "file.c", 13, "another");
    error_print_progname = print_name;
    error(0, 0, "with %s", "it");
    error_at_line(0, 0, "file.c", 14, "with it");
    printf("%u\n", error_message_count);
    error(4, EPIPE, "the end");
    return 1;
}
