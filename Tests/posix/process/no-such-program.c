// SPDX-License-Identifier: Apache-2.0
// env: PATH=/nowhere:/nowhere-else
// setup: : > file; mkdir folder

#define _GNU_SOURCE
#include "../test.h"
#include <stdlib.h>

// A program that is not there is not run, and the caller goes on.

extern char **environ;

int main(void) {
    char *const words[] = {(char *)"program", NULL};
    SHOW(execv("/nowhere/program", words));
    SHOW(execve("nowhere", words, environ));
    SHOW(execve("", words, environ));
    SHOW(execve("file/program", words, environ));
    SHOW(execve("folder", words, environ));
    SHOW(execl("/nowhere/program", "program", "argument", NULL));
    SHOW(execle("/nowhere/program", "program", NULL, environ));
    SHOW(execlp("no-such-program", "no-such-program", NULL));
    SHOW(execvp("no-such-program", words));
    SHOW(execvp("", words));
    SHOW(execvpe("no-such-program", words, environ));
    SHOW(fexecve(-1, words, environ));
    return t_status;
}
