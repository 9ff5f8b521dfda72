// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A hundred connections at once, each with its own data, closed in another order than opened.

enum { COUNT = 100 };

int main(void) {
    static int clients[COUNT], servers[COUNT];
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), right = 0;
    for (int i = 0; i < COUNT; i++) {
        clients[i] = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
        REQUIRE(connect(clients[i], &at.any, at.len));
        servers[i] = REQUIRE(accept(listener, NULL, NULL));
        write_all(clients[i], &i, sizeof i);
    }
    for (int i = COUNT - 1; i >= 0; i--) {
        int got = -1;
        read_all(servers[i], &got, sizeof got);
        right += got == i;
    }
    for (int i = 0; i < COUNT; i += 2) close(clients[i]), close(servers[i]);
    for (int i = 1; i < COUNT; i += 2) {
        int got = -1;
        write_all(servers[i], &i, sizeof i);
        read_all(clients[i], &got, sizeof got);
        right += got == i;
    }
    printf("%d answers right\n", right);
    return t_status;
}
