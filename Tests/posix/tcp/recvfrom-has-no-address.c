// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// recvfrom on a stream gives the data and an address of length 0; sendto ignores the address it is given.

int main(void) {
    int pair[2];
    char got[8];
    connected_pair(AF_INET, pair);
    struct endpoint from = {.len = sizeof from.storage}, wrong = loopback(AF_INET, 1);
    SHOW(sendto(pair[0], "abc", 3, 0, NULL, 0));
    SHOW(recvfrom(pair[1], got, sizeof got, 0, &from.any, &from.len));
    SHOW(from.len);
    SHOW(sendto(pair[0], "defg", 4, 0, &wrong.any, wrong.len));
    SHOW(recvfrom(pair[1], got, sizeof got, 0, NULL, NULL));
    return t_status;
}
