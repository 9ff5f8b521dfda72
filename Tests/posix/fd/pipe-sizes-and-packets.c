// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"

// How much a pipe holds; pipes of packets.

int main(void) {
    int ends[2], packets[2];
    char buffer[100];
    REQUIRE(pipe(ends));
    SHOW(fcntl(ends[0], F_GETPIPE_SZ));
    SHOW(fcntl(ends[1], F_SETPIPE_SZ, 10000));
    SHOW(fcntl(ends[0], F_GETPIPE_SZ));
    set_nonblocking(ends[1], 1);
    static char many[40000];
    SHOW(write(ends[1], many, sizeof many));
    SHOW(fcntl(ends[0], F_SETPIPE_SZ, 4096));
    SHOW(fcntl(ends[1], F_GETPIPE_SZ));
    SHOW(fcntl(ends[0], F_SETPIPE_SZ, -1));
    int other = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    SHOW(fcntl(other, F_GETPIPE_SZ));
    SHOW(fcntl(99, F_GETPIPE_SZ));

    REQUIRE(pipe2(packets, O_DIRECT | O_NONBLOCK));
    write_all(packets[1], "one", 3);
    write_all(packets[1], "three", 5);
    SHOW(read(packets[0], buffer, sizeof buffer));
    SHOW(read(packets[0], buffer, 2));
    SHOW(read(packets[0], buffer, sizeof buffer));
    SHOW(pipe2(packets, O_DIRECT | O_APPEND));
    return t_status;
}
