// SPDX-License-Identifier: Apache-2.0
// stdin: the only line

#include "../test.h"

// Standard input: a line, then the end, by stdio and by read.

int main(void) {
    char line[64];
    while (fgets(line, sizeof line, stdin)) printf("got %s", line);
    SHOW(feof(stdin) != 0);
    SHOW(read(0, line, sizeof line));
    SHOW(isatty(0));
    SHOW(isatty(-1));
    return t_status;
}
