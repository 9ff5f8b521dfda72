// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A listener closed with callers in its backlog: they are reset, and the next is refused.

int main(void) {
    struct endpoint at;
    char got[4];
    int listener = listening_socket(AF_INET, &at);
    int waiting = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), late = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(waiting, &at.any, at.len));
    SHOW(close(listener));
    wait_for(waiting, POLLIN);
    SHOW(recv(waiting, got, sizeof got, 0));
    SHOW(connect(late, &at.any, at.len));
    return t_status;
}
