// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A nonblocking accept without a caller is EAGAIN; poll tells when to try again.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    set_nonblocking(listener, 1);
    SHOW(accept(listener, NULL, NULL));
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(client, &at.any, at.len));
    printf("poll: %s\n", events_text(wait_for(listener, POLLIN | POLLOUT)));
    SHOW_OK(accept(listener, NULL, NULL));
    SHOW(accept(listener, NULL, NULL));
    return t_status;
}
