// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/time.h>

// SO_SNDTIMEO ends a send that finds no room: first what went, then EAGAIN.

int main(void) {
    int pair[2];
    static char block[1 << 20];
    struct timeval timeout = {0, 40000}, read_back = {0, 0};
    socklen_t len = sizeof read_back;
    connected_pair(AF_INET, pair);
    SHOW(setsockopt(pair[0], SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout));
    SHOW(getsockopt(pair[0], SOL_SOCKET, SO_SNDTIMEO, &read_back, &len));
    printf("%d s %d us\n", (int)read_back.tv_sec, (int)read_back.tv_usec);
    int calls = 0;
    while (send(pair[0], block, sizeof block, 0) > 0) calls++;
    printf("%s\n", errname(errno));
    EXPECT(calls > 0);
    // What the peer's kernel takes meanwhile makes room for a few bytes more; the wait is measured where there is none.
    long long began;
    ssize_t sent;
    do {
        began = now_ms();
        sent = write(pair[0], block, 1);
    } while (sent == 1);
    printf("%d %s\n", (int)sent, errname(errno));
    EXPECT(now_ms() - began >= 40 - TICK_MS);
    return t_status;
}
