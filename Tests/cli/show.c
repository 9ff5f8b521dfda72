// SPDX-License-Identifier: Apache-2.0
//
// Prints its arguments and environment, a line each; exits with the number in EXIT.
#include <stdio.h>
#include <stdlib.h>

extern char **environ;

int main(int argc, char **argv) {
    for (int i = 0; i < argc; i++) printf("argument %s\n", argv[i]);
    for (char **variable = environ; *variable != NULL; variable++) printf("variable %s\n", *variable);
    return getenv("EXIT") != NULL ? atoi(getenv("EXIT")) : 0;
}
