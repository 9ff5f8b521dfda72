// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Null where a pointer must be given is EFAULT, where none is needed it is fine.

int main(void) {
    int pair[2], n = 1;
    struct endpoint e = {.len = sizeof e.storage};
    void *volatile null = NULL;
    socklen_t len = sizeof n;
    connected_pair(AF_INET, pair);
    int fresh = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(bind(fresh, null, 16));
    SHOW(connect(fresh, null, 16));
    SHOW(getsockname(pair[0], &e.any, null));
    SHOW(getsockname(pair[0], null, &e.len));
    SHOW(getpeername(pair[0], null, &e.len));
    SHOW(getsockopt(pair[0], SOL_SOCKET, SO_TYPE, null, &len));
    SHOW(getsockopt(pair[0], SOL_SOCKET, SO_TYPE, &n, null));
    SHOW(setsockopt(pair[0], SOL_SOCKET, SO_KEEPALIVE, null, sizeof n));
    SHOW(sendmsg(pair[0], null, 0));
    SHOW(recvmsg(pair[0], null, MSG_DONTWAIT));
    SHOW(poll(null, 1, 0));
    SHOW(poll(null, 0, 0));
    SHOW(write(pair[0], null, 0));
    return t_status;
}
