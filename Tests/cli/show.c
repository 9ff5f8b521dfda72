// SPDX-License-Identifier: Apache-2.0
//
// Prints its arguments and environment, and the first line of the file that READ names; creates the file that CREATE
// names; exits with the number in EXIT.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

static void use(const char *what, const char *mode) {
    const char *name = getenv(what);
    if (name == NULL) return;
    char line[100] = "\n";
    FILE *file = fopen(name, mode);
    if (file != NULL && mode[0] == 'r' && fgets(line, sizeof line, file) == NULL) line[0] = 0;
    printf("%s: %s", what, file != NULL ? line : strerror(errno));
    if (file == NULL) puts("");
}

int main(int argc, char **argv) {
    for (int i = 0; i < argc; i++) printf("argument %s\n", argv[i]);
    for (char **variable = environ; *variable != NULL; variable++) printf("variable %s\n", *variable);
    use("READ", "r");
    use("CREATE", "w");
    return getenv("EXIT") != NULL ? atoi(getenv("EXIT")) : 0;
}
