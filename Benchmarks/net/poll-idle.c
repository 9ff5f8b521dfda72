// SPDX-License-Identifier: Apache-2.0

#include "idle.h"

#include <poll.h>

// poll-idle COUNT ROUNDS: a byte through a pipe that is polled beside COUNT idle descriptors.

int main(int argc, char **argv) {
    int count = atoi(argv[1]), ends[2];
    int *fds = idle_descriptors(count);
    struct pollfd *polled = calloc((size_t)count + 1, sizeof *polled);
    char byte = 'x';
    check(pipe(ends), "pipe");
    for (int i = 0; i < count; i++) polled[i] = (struct pollfd){.fd = fds[i], .events = POLLIN};
    polled[count] = (struct pollfd){.fd = ends[0], .events = POLLIN};
    double began = now();
    for (int rounds = atoi(argv[2]); rounds > 0; rounds--) {
        check(write(ends[1], &byte, 1), "write");
        if (poll(polled, (nfds_t)count + 1, -1) != 1 || polled[count].revents != POLLIN) return 1;
        check(read(ends[0], &byte, 1), "read");
    }
    printf("%.6f\n", now() - began);
    return 0;
}
