// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Writes a request, ends it with shutdown, and reads the answer by stdio.

int main(int argc, char **argv) {
    struct endpoint at = loopback(AF_INET, atoi(argv[1]));
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), lines = 0;
    REQUIRE(connect(fd, &at.any, at.len));
    static char request[54321];
    write_all(fd, request, sizeof request);
    REQUIRE(shutdown(fd, SHUT_WR));
    FILE *in = fdopen(fd, "r");
    char line[64];
    while (fgets(line, sizeof line, in)) lines++;
    printf("%d lines, last %s", lines, line);
    EXPECT(feof(in));
    return t_status;
}
