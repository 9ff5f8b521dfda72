// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-inbound tcp://127.0.0.1:*
// stderr: --allow-outbound tcp://127.0.0.1:

#include "../test.h"

// Leave to listen is no leave to connect, not even to the own listener; bound in advance makes no difference.

int main(void) {
    struct endpoint at, other;
    int listener = listening_socket(AF_INET, &at), bound = bound_socket(AF_INET, SOCK_STREAM, &other);
    EXPECT(listener >= 0);
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    SHOW(connect(bound, &at.any, at.len));
    return t_status;
}
