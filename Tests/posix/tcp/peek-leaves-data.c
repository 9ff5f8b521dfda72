// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// MSG_PEEK reads without taking, MSG_DONTWAIT never waits, both together too.

int main(void) {
    int pair[2];
    char got[8] = "";
    connected_pair(AF_INET, pair);
    SHOW(recv(pair[1], got, sizeof got, MSG_DONTWAIT));
    SHOW(recv(pair[1], got, sizeof got, MSG_DONTWAIT | MSG_PEEK));
    SHOW(send(pair[0], "abcdef", 6, MSG_DONTWAIT));
    wait_for(pair[1], POLLIN);
    SHOW(recv(pair[1], got, 3, MSG_PEEK));
    printf("%.3s\n", got);
    SHOW(recv(pair[1], got, sizeof got, MSG_PEEK | MSG_DONTWAIT));
    SHOW(recv(pair[1], got, 4, 0));
    printf("%.4s\n", got);
    SHOW(recv(pair[1], got, sizeof got, 0));
    printf("%.2s\n", got);
    SHOW(recv(pair[1], got, sizeof got, MSG_DONTWAIT));
    SHOW(fcntl(pair[1], F_GETFL) & O_NONBLOCK);
    return t_status;
}
