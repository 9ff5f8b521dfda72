// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/ioctl.h>

// An empty datagram is a datagram: it wakes poll, is received as 0 bytes, and is not the end of anything.

int main(void) {
    struct endpoint at, sender, from = {.len = sizeof from.storage};
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), other = bound_socket(AF_INET, SOCK_DGRAM, &sender), n = -1;
    char got[8];
    SHOW(sendto(other, "", 0, 0, &at.any, at.len));
    SHOW(sendto(other, NULL, 0, 0, &at.any, at.len));
    SHOW(sendto(other, "abc", 3, 0, &at.any, at.len));
    printf("poll: %s\n", events_text(wait_for(fd, POLLIN)));
    SHOW(ioctl(fd, FIONREAD, &n));
    SHOW(n);
    SHOW(recvfrom(fd, got, sizeof got, 0, &from.any, &from.len));
    EXPECT(same_endpoint(&from, &sender));
    SHOW(recv(fd, got, sizeof got, 0));
    SHOW(recv(fd, got, sizeof got, 0));
    SHOW(recv(fd, got, sizeof got, MSG_DONTWAIT));
    return t_status;
}
