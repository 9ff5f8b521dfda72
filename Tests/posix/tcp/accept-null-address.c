// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"

// accept without an address; the address may be null whether or not a length is given.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    for (int i = 0; i < 3; i++) {
        int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
        REQUIRE(connect(client, &at.any, at.len));
    }
    socklen_t len = 77;
    SHOW_OK(accept(listener, NULL, NULL));
    SHOW_OK(accept(listener, NULL, &len));
    EXPECT_EQ(len, 77);
    SHOW_OK(accept4(listener, NULL, NULL, 0));
    return t_status;
}
