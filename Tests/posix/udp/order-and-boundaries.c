// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Fifty datagrams of growing length arrive one by one, whole and in order.

int main(void) {
    struct endpoint at;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), other = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), right = 0;
    unsigned char out[50], in[64];
    for (int i = 0; i < 50; i++) {
        memset(out, i, sizeof out);
        REQUIRE(sendto(other, out, i, 0, &at.any, at.len));
    }
    for (int i = 0; i < 50; i++) {
        ssize_t n = recv(fd, in, sizeof in, 0);
        right += n == i && (i == 0 || (in[0] == i && in[i - 1] == i));
    }
    printf("%d right\n", right);
    SHOW(recv(fd, in, sizeof in, MSG_DONTWAIT));
    return t_status;
}
