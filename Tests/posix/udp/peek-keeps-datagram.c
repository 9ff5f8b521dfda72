// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// MSG_PEEK shows a datagram, its sender and its length without taking it.

int main(void) {
    struct endpoint at, sender, from = {.len = sizeof from.storage};
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), other = bound_socket(AF_INET, SOCK_DGRAM, &sender);
    char got[16] = "";
    SHOW(sendto(other, "first", 5, 0, &at.any, at.len));
    SHOW(sendto(other, "second", 6, 0, &at.any, at.len));
    SHOW(recvfrom(fd, got, 2, MSG_PEEK, &from.any, &from.len));
    EXPECT(same_endpoint(&from, &sender));
    SHOW(recv(fd, got, 2, MSG_PEEK | MSG_TRUNC));
    SHOW(recv(fd, got, sizeof got, 0));
    printf("%s\n", got);
    SHOW(recv(fd, got, sizeof got, 0));
    printf("%s\n", got);
    return t_status;
}
