// SPDX-License-Identifier: Apache-2.0

#include "net.h"

// The fixed other side of every network measurement, native always.
//
//   peer sink             prints a port; reads a connection to its end, then answers one byte
//   peer source BYTES     prints a port; writes BYTES in 64 KiB blocks
//   peer echo             prints a port; returns each byte as it comes
//   peer call PORT COUNT  connects COUNT times, one after the other, each time waiting for the peer to close

static char block[4 * BLOCK];

static int accept_one(void) {
    int on = 1, fd = check(accept(listen_and_print(), NULL, NULL), "accept");
    check(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "TCP_NODELAY");
    return fd;
}

static void sink(void) {
    int fd = accept_one();
    while (check(read(fd, block, sizeof block), "read") > 0) continue;
    write_all(fd, block, 1);
}

static void source(long long bytes) {
    int fd = accept_one();
    for (; bytes > 0; bytes -= BLOCK) write_all(fd, block, bytes < BLOCK ? bytes : BLOCK);
}

static void echo(void) {
    int fd = accept_one();
    long n;
    while ((n = check(read(fd, block, sizeof block), "read")) > 0) write_all(fd, block, n);
}

static void call(int port, int count) {
    for (int i = 0; i < count; i++) {
        int fd = connect_to(port);
        if (check(read(fd, block, 1), "read") != 0) exit(1);
        close(fd);
    }
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    if (strcmp(what, "sink") == 0) return sink(), 0;
    if (strcmp(what, "source") == 0 && argc == 3) return source(atoll(argv[2])), 0;
    if (strcmp(what, "echo") == 0) return echo(), 0;
    if (strcmp(what, "call") == 0 && argc == 4) return call(atoi(argv[2]), atoi(argv[3])), 0;
    fputs("usage: peer sink | source BYTES | echo | call PORT COUNT\n", stderr);
    return 2;
}
