// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Two hundred sockets in one poll: exactly those that have something are reported.

enum { COUNT = 200 };

int main(void) {
    static struct pollfd polled[COUNT];
    static struct endpoint at[COUNT];
    int sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), right = 0;
    for (int i = 0; i < COUNT; i++) polled[i] = (struct pollfd){bound_socket(AF_INET, SOCK_DGRAM, &at[i]), POLLIN, 0};
    SHOW(poll(polled, COUNT, 0));
    for (int i = 0; i < COUNT; i += 7) REQUIRE(sendto(sender, "x", 1, 0, &at[i].any, at[i].len));
    SHOW(poll(polled, COUNT, 1000));
    for (int i = 0; i < COUNT; i++) right += polled[i].revents == (i % 7 ? 0 : POLLIN);
    printf("%d right\n", right);
    for (int i = 0; i < COUNT; i++) polled[i].events |= POLLOUT;
    SHOW(poll(polled, COUNT, 1000));
    return t_status;
}
