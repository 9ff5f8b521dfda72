// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// recvfrom cuts the sender's address to the length given and reports the whole one; a null address asks for none.

int main(void) {
    struct endpoint at, sender;
    int fd = bound_socket(AF_INET6, SOCK_DGRAM, &at), other = bound_socket(AF_INET6, SOCK_DGRAM, &sender);
    const socklen_t lengths[] = {0, 2, 8, 27, 28, 29, 128};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        union {
            struct sockaddr any;
            unsigned char bytes[128];
        } from;
        char got[4];
        socklen_t len = lengths[i];
        memset(&from, 0x5a, sizeof from);
        REQUIRE(sendto(other, "x", 1, 0, &at.any, at.len));
        ssize_t n = recvfrom(fd, got, sizeof got, 0, &from.any, &len);
        size_t written = len < lengths[i] ? len : lengths[i];
        printf("length %d: %d received, length %d\n", (int)lengths[i], (int)n, (int)len);
        EXPECT(memcmp(&from, &sender.any, written) == 0);
        for (size_t j = written; j < sizeof from.bytes; j++)
            if (from.bytes[j] != 0x5a) t_error("byte %zu was written", j);
    }
    char got[4];
    socklen_t negative = (socklen_t)-1;
    REQUIRE(sendto(other, "x", 1, 0, &at.any, at.len));
    SHOW(recvfrom(fd, got, sizeof got, 0, NULL, &negative));
    return t_status;
}
