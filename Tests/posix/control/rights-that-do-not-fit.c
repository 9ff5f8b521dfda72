// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Descriptors beyond the room, or without any, are closed: the pipe's other end sees the end.

static int open_writers(int reader) {
    struct pollfd p = {.fd = reader, .events = POLLIN};
    poll(&p, 1, 0);
    return !(p.revents & POLLHUP);
}

int main(void) {
    int pair[2], ends[2], got[4], cut;
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
    for (int room = 0; room <= 3; room++) {
        REQUIRE(pipe(ends));
        int sent[3] = {pair[0], pair[0], ends[1]};
        SHOW(send_descriptors(pair[0], sent, 3));
        close(ends[1]);
        printf("on the way: %d\n", open_writers(ends[0]));
        int count = SHOW(receive_descriptors(pair[1], got, (size_t)room, 0, &cut));
        printf("room for %d: cut %d, writers left %d\n", room, cut, open_writers(ends[0]));
        for (int i = 0; i < count; i++) SHOW(close(got[i]));
        printf("writers left %d\n", open_writers(ends[0]));
        close(ends[0]);
    }
    REQUIRE(pipe(ends));
    SHOW(send_descriptors(pair[0], &ends[1], 1));
    close(ends[1]);
    char byte;
    SHOW(read(pair[1], &byte, 1));
    printf("read without control: %d\n", open_writers(ends[0]));
    int next = REQUIRE(dup(0));
    printf("no number was lost: %d\n", next == ends[1]);
    return t_status;
}
