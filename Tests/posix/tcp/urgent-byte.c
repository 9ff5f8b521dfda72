// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// MSG_OOB: the urgent byte is reported by POLLPRI, read apart from the stream, or within it by SO_OOBINLINE.

int main(void) {
    int pair[2], on = 1;
    char got[8] = "";
    connected_pair(AF_INET, pair);
    SHOW(recv(pair[1], got, 1, MSG_OOB));
    SHOW(send(pair[0], "ab!", 3, MSG_OOB));
    printf("poll: %s\n", events_text(wait_for(pair[1], POLLPRI)));
    SHOW(recv(pair[1], got, 1, MSG_OOB));
    printf("%c\n", got[0]);
    SHOW(recv(pair[1], got, sizeof got, 0));
    printf("%.2s\n", got);
    connected_pair(AF_INET, pair);
    SHOW(setsockopt(pair[1], SOL_SOCKET, SO_OOBINLINE, &on, sizeof on));
    SHOW(send(pair[0], "?", 1, MSG_OOB));
    wait_for(pair[1], POLLPRI);
    SHOW(recv(pair[1], got, 1, MSG_OOB));
    SHOW(recv(pair[1], got, sizeof got, 0));
    printf("%c\n", got[0]);
    return t_status;
}
