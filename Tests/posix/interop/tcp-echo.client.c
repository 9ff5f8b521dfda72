// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Sends lines one by one and checks each answer.

int main(int argc, char **argv) {
    struct endpoint at = loopback(AF_INET, atoi(argv[1]));
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(fd, &at.any, at.len));
    for (int i = 0; i < 100; i++) {
        char line[64], got[64] = "";
        int n = snprintf(line, sizeof line, "line %d\n", i * i);
        write_all(fd, line, n);
        EXPECT_EQ(read_all(fd, got, n), n);
        EXPECT(strcmp(line, got) == 0);
    }
    printf("100 answers\n");
    return t_status;
}
