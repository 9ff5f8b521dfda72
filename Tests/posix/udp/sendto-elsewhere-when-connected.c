// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// A connected socket may still name another receiver for one datagram.

int main(void) {
    struct endpoint a_at, b_at;
    int a = bound_socket(AF_INET, SOCK_DGRAM, &a_at), b = bound_socket(AF_INET, SOCK_DGRAM, &b_at);
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    char got[4];
    SHOW(connect(fd, &a_at.any, a_at.len));
    SHOW(sendto(fd, "1", 1, 0, &b_at.any, b_at.len));
    SHOW(sendto(fd, "2", 1, 0, NULL, 0));
    SHOW(recv(b, got, sizeof got, 0));
    printf("b got %c\n", got[0]);
    SHOW(recv(a, got, sizeof got, 0));
    printf("a got %c\n", got[0]);
    return t_status;
}
