// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Echoes lines to one client until it ends.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    printf("%d\n", port_of(&at));
    fflush(stdout);
    int peer = REQUIRE(accept(listener, NULL, NULL));
    char buffer[256];
    ssize_t n;
    size_t total = 0;
    while ((n = recv(peer, buffer, sizeof buffer, 0)) > 0) {
        write_all(peer, buffer, n);
        total += n;
    }
    printf("%zu bytes echoed\n", total);
    return t_status;
}
