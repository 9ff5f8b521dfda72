// SPDX-License-Identifier: Apache-2.0

#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

// The same of a program that makes a pair and writes, and makes no other call on sockets that would ask what they are. It
// is not ended.

static void try_kind(const char *name, int type) {
    int pair[2];
    if (socketpair(AF_UNIX, type, 0, pair) != 0 || shutdown(pair[0], SHUT_WR) != 0) return perror(name);
    ssize_t written = write(pair[0], "x", 1);
    printf("%s: %d, EPIPE %d\n", name, (int)written, errno == EPIPE);
    fflush(stdout);
}

int main(void) {
    try_kind("datagrams", SOCK_DGRAM);
    try_kind("packets", SOCK_SEQPACKET);
    return 0;
}
