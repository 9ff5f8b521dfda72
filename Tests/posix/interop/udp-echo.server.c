// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Echoes datagrams, empty ones too, until one says "end".

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), count = 0;
    printf("%d\n", port_of(&at));
    fflush(stdout);
    for (;;) {
        static char buffer[65536];
        struct endpoint from = {.len = sizeof from.storage};
        ssize_t n = REQUIRE(recvfrom(fd, buffer, sizeof buffer, 0, &from.any, &from.len));
        REQUIRE(sendto(fd, buffer, n, 0, &from.any, from.len));
        if (n == 3 && memcmp(buffer, "end", 3) == 0) break;
        count++;
    }
    printf("%d datagrams\n", count);
    return t_status;
}
