// SPDX-License-Identifier: Apache-2.0
// netwasi: --env ONE=1 --env TWO=a=b
// args: first second

#include "../test.h"

// The environment holds what --env gave, the arguments what follows the file.

extern char **environ;

int main(int argc, char **argv) {
    for (char **e = environ; *e; e++) printf("%s\n", *e);
    for (int i = 1; i < argc; i++) printf("%s\n", argv[i]);
    return t_status;
}
