// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"

// What poll reports as a connection ends, half by half.

int main(void) {
    int pair[2];
    char got[8];
    const int all = POLLIN | POLLOUT | POLLRDHUP;
    connected_pair(AF_INET, pair);
    printf("open: %s\n", events_text(wait_for(pair[1], all)));
    SHOW(shutdown(pair[0], SHUT_WR));
    printf("peer ended: %s\n", events_text(wait_for(pair[1], POLLIN | POLLRDHUP)));
    printf("peer ended, POLLIN asked: %s\n", events_text(wait_for(pair[1], POLLIN)));
    SHOW(recv(pair[1], got, sizeof got, 0));
    printf("still at the end: %s\n", events_text(wait_for(pair[1], POLLIN)));
    SHOW(shutdown(pair[1], SHUT_WR));
    printf("both ended: %s\n", events_text(wait_for(pair[1], POLLIN | POLLOUT)));
    printf("nothing asked: %s\n", events_text(wait_for(pair[1], 0)));
    return t_status;
}
