// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Three clients one after the other over ::1; says which address they came from.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET6, &at);
    printf("%d\n", port_of(&at));
    fflush(stdout);
    for (int i = 0; i < 3; i++) {
        struct endpoint from = {.len = sizeof from.storage};
        int peer = REQUIRE(accept(listener, &from.any, &from.len));
        char got[32] = "";
        read_all(peer, got, sizeof got - 1);
        printf("%s from %s\n", got, address_text(&from));
        write_all(peer, got, strlen(got));
        REQUIRE(close(peer));
    }
    return t_status;
}
