// SPDX-License-Identifier: Apache-2.0

#include "idle.h"

#include <sys/epoll.h>

// epoll-idle COUNT ROUNDS: a byte through a pipe that is in a set beside COUNT idle descriptors.

static void add(int set, int fd) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    check(epoll_ctl(set, EPOLL_CTL_ADD, fd, &event), "epoll_ctl");
}

int main(int argc, char **argv) {
    int count = atoi(argv[1]), set = check(epoll_create1(0), "epoll_create1"), ends[2];
    int *fds = idle_descriptors(count);
    struct epoll_event events[64];
    char byte = 'x';
    check(pipe(ends), "pipe");
    for (int i = 0; i < count; i++) add(set, fds[i]);
    add(set, ends[0]);
    double began = now();
    for (int rounds = atoi(argv[2]); rounds > 0; rounds--) {
        check(write(ends[1], &byte, 1), "write");
        if (epoll_wait(set, events, 64, -1) != 1 || events[0].data.fd != ends[0]) return 1;
        check(read(ends[0], &byte, 1), "read");
    }
    printf("%.6f\n", now() - began);
    return 0;
}
