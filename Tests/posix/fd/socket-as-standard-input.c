// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// As under inetd: a connection takes the place of descriptors 0 and 1, and stdio neither knows nor cares.

int main(void) {
    int pair[2];
    char line[64];
    connected_pair(AF_INET, pair);
    fflush(stdout);
    int saved = REQUIRE(dup(1));
    REQUIRE(dup2(pair[0], 0));
    REQUIRE(dup2(pair[0], 1));
    REQUIRE(close(pair[0]));
    write_all(pair[1], "first line\nsecond line\n", 23);
    while (fgets(line, sizeof line, stdin)) {
        printf("answer to %s", line);
        fflush(stdout);
        if (line[0] == 's') break;
    }
    REQUIRE(dup2(saved, 1));
    REQUIRE(close(0));
    char got[128] = "";
    read_all(pair[1], got, sizeof got - 1);
    printf("%s", got);
    return t_status;
}
