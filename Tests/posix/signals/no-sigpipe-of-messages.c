// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>
#include <sys/uio.h>

// SIGPIPE is of streams and pipes: to write where messages go to nobody is only EPIPE.

static volatile sig_atomic_t came;

static void count(int signal) { came++; }

static void try_kind(const char *name, int type) {
    int pair[2];
    struct iovec iov = {"x", 1};
    REQUIRE(socketpair(AF_UNIX, type, 0, pair));
    REQUIRE(shutdown(pair[0], SHUT_WR));
    came = 0;
    printf("%s\n", name);
    SHOW(write(pair[0], "x", 1));
    SHOW(writev(pair[0], &iov, 1));
    SHOW(send(pair[0], "x", 1, 0));
    printf("signals: %d\n", (int)came);
}

int main(void) {
    signal(SIGPIPE, count);
    try_kind("stream", SOCK_STREAM);
    try_kind("datagrams", SOCK_DGRAM);
    try_kind("packets", SOCK_SEQPACKET);
    return t_status;
}
