// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Both ends send and receive a megabyte at the same time, each with its own stream.

enum { TOTAL = 1 << 20, CHUNK = 16384 };

struct side {
    int fd;
    size_t sent, received;
    unsigned sum;
};

static void step(struct side *s, int revents, size_t offset) {
    static unsigned char buffer[CHUNK];
    if ((revents & POLLOUT) && s->sent < TOTAL) {
        size_t n = TOTAL - s->sent < CHUNK ? TOTAL - s->sent : CHUNK;
        for (size_t i = 0; i < n; i++) buffer[i] = pattern(offset + s->sent + i);
        ssize_t done = write(s->fd, buffer, n);
        if (done > 0) s->sent += done;
    }
    if (revents & POLLIN) {
        ssize_t n = read(s->fd, buffer, CHUNK);
        if (n > 0) s->sum = checksum(s->sum, buffer, n), s->received += n;
    }
}

int main(void) {
    int pair[2];
    connected_pair(AF_INET6, pair);
    struct side sides[2] = {{.fd = pair[0], .sum = CHECKSUM_START}, {.fd = pair[1], .sum = CHECKSUM_START}};
    set_nonblocking(pair[0], 1);
    set_nonblocking(pair[1], 1);
    while (sides[0].received < TOTAL || sides[1].received < TOTAL) {
        struct pollfd polled[2];
        for (int i = 0; i < 2; i++) {
            polled[i].fd = pair[i];
            polled[i].events = POLLIN | (sides[i].sent < TOTAL ? POLLOUT : 0);
        }
        if (poll(polled, 2, 10000) <= 0) return t_error("poll: %s", errname(errno)), 1;
        for (int i = 0; i < 2; i++) step(&sides[i], polled[i].revents, i * 12345);
    }
    for (int i = 0; i < 2; i++)
        printf("side %d: %zu sent, %zu received, checksum %08x\n", i, sides[i].sent, sides[i].received, sides[i].sum);
    return t_status;
}
