// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A nonblocking sender fills the buffers, gets EAGAIN, and may go on after the peer has read.

int main(void) {
    int pair[2];
    static char block[65536];
    connected_pair(AF_INET, pair);
    set_nonblocking(pair[0], 1);
    size_t sent = 0, received = 0;
    ssize_t n;
    while ((n = send(pair[0], block, sizeof block, 0)) > 0) sent += n;
    printf("send: %s\n", errname(errno));
    EXPECT(sent > 0);
    SHOW(write(pair[0], block, sizeof block));
    struct pollfd polled = {.fd = pair[0], .events = POLLOUT};
    SHOW(poll(&polled, 1, 0));
    set_nonblocking(pair[1], 1);
    while (received < sent) {
        wait_for(pair[1], POLLIN);
        while ((n = recv(pair[1], block, sizeof block, 0)) > 0) received += n;
    }
    EXPECT_EQ(received, sent);
    printf("poll: %s\n", events_text(wait_for(pair[0], POLLOUT)));
    SHOW(send(pair[0], block, 1, 0));
    return t_status;
}
