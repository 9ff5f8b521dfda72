// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: printf '#!/bin/sh\nexit 0\n' > program; chmod 755 program

#define _GNU_SOURCE
#include "../test.h"
#include <sys/wait.h>

// There is no other process, and no way to make one.

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
