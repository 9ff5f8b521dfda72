// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netinet/tcp.h>

// Lengths that do not fit: a short value to set is EINVAL, a long one is cut; getsockopt writes what there is room for.

int main(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), big[4] = {1, -1, -1, -1};
    SHOW(setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, big, 0));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, big, 1));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, big, 3));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, big, sizeof big));
    SHOW(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, big, 2));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_LINGER, big, 4));
    SHOW(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, big, 4));
    const socklen_t lengths[] = {0, 1, 4, 16};
    for (int i = 0; i < 4; i++) {
        unsigned char value[16];
        memset(value, 0xee, sizeof value);
        socklen_t len = lengths[i];
        int result = getsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, value, &len);
        printf("length %d: %d, length %d, first byte %02x, fifth %02x\n", (int)lengths[i], result, (int)len, value[0],
               value[4]);
    }
    socklen_t negative = (socklen_t)-1;
    SHOW(getsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, big, &negative));
    return t_status;
}
