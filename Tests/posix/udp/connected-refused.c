// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// The answer of a closed port comes back to a connected socket, at the next call or by SO_ERROR.

int main(void) {
    struct endpoint at;
    int gone = bound_socket(AF_INET, SOCK_DGRAM, &at), fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    char got[4];
    REQUIRE(close(gone));
    SHOW(connect(fd, &at.any, at.len));
    SHOW(send(fd, "x", 1, 0));
    printf("poll: %s\n", events_text(wait_for(fd, POLLIN)));
    SHOW(recv(fd, got, sizeof got, 0));
    SHOW(recv(fd, got, sizeof got, MSG_DONTWAIT));
    SHOW(send(fd, "x", 1, 0));
    wait_for(fd, POLLIN);
    int error = 0;
    socklen_t len = sizeof error;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &len));
    printf("SO_ERROR: %s\n", errname(error));
    SHOW(recv(fd, got, sizeof got, MSG_DONTWAIT));
    return t_status;
}
