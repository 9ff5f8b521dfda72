// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// 65,507 bytes are the most that one IPv4 datagram carries; one more is EMSGSIZE and sends nothing.

int main(void) {
    struct endpoint at;
    static unsigned char out[65508], in[65536];
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), other = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    for (size_t i = 0; i < sizeof out; i++) out[i] = pattern(i);
    SHOW(sendto(other, out, 65508, 0, &at.any, at.len));
    SHOW(sendto(other, out, 65507, 0, &at.any, at.len));
    SHOW(recv(fd, in, sizeof in, 0));
    EXPECT(memcmp(in, out, 65507) == 0);
    SHOW(recv(fd, in, sizeof in, MSG_DONTWAIT));
    return t_status;
}
