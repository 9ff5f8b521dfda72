// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/eventfd.h>
#include <sys/uio.h>

// read and write of no bytes ask the descriptor: an empty datagram is sent, a counter refuses. readv and writev do not.

int main(void) {
    int ends[2], pipes[2], counter = REQUIRE(eventfd(1, EFD_NONBLOCK));
    char buffer[8];
    struct iovec empty = {buffer, 0}, two_empty[2] = {{NULL, 0}, {buffer, 0}};
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, ends));
    REQUIRE(pipe(pipes));

    SHOW(writev(ends[0], &empty, 1));
    SHOW(writev(ends[0], two_empty, 2));
    SHOW(writev(ends[0], NULL, 0));
    SHOW(recv(ends[1], buffer, 8, MSG_DONTWAIT));
    SHOW(write(ends[0], buffer, 0));
    SHOW(write(ends[0], NULL, 0));
    SHOW(recv(ends[1], buffer, 8, MSG_DONTWAIT));
    SHOW(recv(ends[1], buffer, 8, MSG_DONTWAIT));
    SHOW(recv(ends[1], buffer, 8, MSG_DONTWAIT));

    SHOW(read(ends[1], buffer, 0));
    SHOW(readv(ends[1], &empty, 1));
    SHOW(write(ends[0], "12", 2));
    SHOW(read(ends[1], buffer, 0));
    SHOW(readv(ends[1], &empty, 1));
    SHOW(recv(ends[1], buffer, 8, MSG_DONTWAIT));

    SHOW(read(counter, buffer, 0));
    SHOW(readv(counter, &empty, 1));
    SHOW(write(counter, buffer, 0));
    SHOW(writev(counter, &empty, 1));
    SHOW(read(pipes[0], buffer, 0));
    SHOW(write(pipes[1], buffer, 0));

    SHOW(write(pipes[0], buffer, 0));
    SHOW(writev(pipes[0], &empty, 1));
    SHOW(readv(pipes[1], &empty, 1));
    SHOW(readv(-1, &empty, 1));
    SHOW(writev(-1, &empty, 1));
    return t_status;
}
