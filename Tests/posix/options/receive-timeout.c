// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/time.h>

// SO_RCVTIMEO makes recv and accept give up with EAGAIN after the time set; it reads back as set.

int main(void) {
    int pair[2];
    char got[4];
    struct endpoint at;
    struct timeval timeout = {0, 40000}, read_back = {-1, -1}, wrong = {0, 1000000}, off = {0, 0};
    socklen_t len = sizeof read_back;
    connected_pair(AF_INET, pair);
    SHOW(getsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &read_back, &len));
    printf("%d s %d us, length right %d\n", (int)read_back.tv_sec, (int)read_back.tv_usec, len == sizeof read_back);
    SHOW(setsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout));
    SHOW(getsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &read_back, &len));
    printf("%d s %d us\n", (int)read_back.tv_sec, (int)read_back.tv_usec);
    long long began = now_ms();
    SHOW(recv(pair[0], got, sizeof got, 0));
    EXPECT(now_ms() - began >= 40 - TICK_MS);
    SHOW(read(pair[0], got, sizeof got));
    SHOW(send(pair[1], "ab", 2, 0));
    SHOW(recv(pair[0], got, sizeof got, MSG_WAITALL));
    int listener = listening_socket(AF_INET, &at);
    SHOW(setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout));
    SHOW(accept(listener, NULL, NULL));
    SHOW(setsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &wrong, sizeof wrong));
    SHOW(setsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &off, sizeof off));
    SHOW(getsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &read_back, &len));
    printf("%d s %d us\n", (int)read_back.tv_sec, (int)read_back.tv_usec);
    return t_status;
}
