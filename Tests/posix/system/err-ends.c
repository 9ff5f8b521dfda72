// SPDX-License-Identifier: Apache-2.0
// exit: 3

#define _GNU_SOURCE
#include "../test.h"
#include <err.h>

// err ends the program with its status, after the functions of atexit; one of them may call errx, which ends it anew.

extern char *program_invocation_name, *program_invocation_short_name;

static void again(void) {
    printf("at exit\n");
    errx(3, "errx %s", "text");
}

int main(void) {
    program_invocation_name = program_invocation_short_name = (char *)"program";
    REQUIRE(dup2(1, 2));
    setvbuf(stdout, NULL, _IONBF, 0);
    atexit(again);
    errno = EADDRINUSE;
    err(2, "err %d", 1);
}
