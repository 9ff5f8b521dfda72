// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A nonblocking connect that is refused: reported by poll, told by SO_ERROR, and told only once.

int main(void) {
    struct endpoint at;
    bound_socket(AF_INET, SOCK_STREAM, &at);
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    set_nonblocking(client, 1);
    SHOW(connect(client, &at.any, at.len));
    printf("poll: %s\n", events_text(wait_for(client, POLLOUT)));
    for (int i = 0; i < 2; i++) {
        int error = -1;
        socklen_t len = sizeof error;
        SHOW(getsockopt(client, SOL_SOCKET, SO_ERROR, &error, &len));
        printf("SO_ERROR: %s\n", errname(error));
    }
    return t_status;
}
