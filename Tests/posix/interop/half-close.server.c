// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Reads a request to its end, then answers at length, then closes.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    printf("%d\n", port_of(&at));
    fflush(stdout);
    int peer = REQUIRE(accept(listener, NULL, NULL));
    static char request[100000];
    size_t n = read_all(peer, request, sizeof request);
    printf("request of %zu bytes\n", n);
    for (int i = 0; i < 1000; i++) {
        char line[32];
        write_all(peer, line, snprintf(line, sizeof line, "answer %d\n", i));
    }
    REQUIRE(close(peer));
    return t_status;
}
