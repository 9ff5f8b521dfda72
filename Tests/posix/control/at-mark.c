// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// sockatmark: whether the next byte is the first behind the urgent one.

#include <sys/ioctl.h>

int main(void) {
    int pair[2], ends[2], mark = -1;
    char text[8];
    connected_pair(AF_INET, pair);
    SHOW(sockatmark(pair[1]));
    SHOW(send(pair[0], "ab", 2, 0));
    SHOW(send(pair[0], "!", 1, MSG_OOB));
    SHOW(send(pair[0], "cd", 2, 0));
    printf("%s\n", events_text(wait_for(pair[1], POLLPRI)));
    SHOW(sockatmark(pair[1]));
    SHOW(read(pair[1], text, sizeof text));
    SHOW(sockatmark(pair[1]));
    SHOW(ioctl(pair[1], SIOCATMARK, &mark));
    SHOW(mark);
    SHOW(recv(pair[1], text, 1, MSG_OOB));
    SHOW(read(pair[1], text, 2));
    SHOW(sockatmark(pair[1]));
    REQUIRE(pipe(ends));
    SHOW(sockatmark(ends[0]));
    SHOW(sockatmark(99));
    SHOW(sockatmark(REQUIRE(socket(AF_INET, SOCK_DGRAM, 0))));
    return t_status;
}
