// SPDX-License-Identifier: Apache-2.0
// netwasi: --max-processes 1 --dir @SCRATCH@::/
// setup: printf '#!/bin/sh\nexit 0\n' > program; chmod 755 program

#define _GNU_SOURCE
#include "../test.h"
#include <sys/wait.h>

// Where there may be one process there is no way to make another, and never one to run another program in.

int main(void) {
    char *const words[] = {(char *)"program", NULL};
    SHOW(fork());
    SHOW(vfork());
    SHOW(execv("/program", words));
    SHOW(system(NULL));
    SHOW(system("true"));
    errno = 0;
    FILE *pipe = popen("true", "r");
    printf("popen: %s\n", pipe ? "a pipe" : errname(errno));
    SHOW(pclose(stdin));
    return t_status;
}
