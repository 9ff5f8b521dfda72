// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/select.h>

// A select that times out returns 0 with empty sets, after the time it was given; null sets make it a sleep.

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    fd_set in;
    FD_ZERO(&in);
    FD_SET(listener, &in);
    struct timeval timeout = {0, 30000};
    long long began = now_ms();
    SHOW(select(listener + 1, &in, NULL, NULL, &timeout));
    EXPECT(now_ms() - began >= 30);
    SHOW(FD_ISSET(listener, &in) != 0);
    FD_SET(listener, &in);
    timeout = (struct timeval){0, 0};
    SHOW(select(listener + 1, &in, NULL, NULL, &timeout));
    SHOW(FD_ISSET(listener, &in) != 0);
    timeout = (struct timeval){0, 20000};
    began = now_ms();
    SHOW(select(0, NULL, NULL, NULL, &timeout));
    EXPECT(now_ms() - began >= 20);
    return t_status;
}
