// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <stdint.h>
#include <sys/uio.h>

// Addresses that are not the program's are EFAULT, whatever call they are given to, and nothing is lost by it.

int main(void) {
    int pair[2], ends[2];
    char got[8] = "";
    char *volatile bad = (char *)(uintptr_t)0xffff0000u;
    connected_pair(AF_INET, pair);
    REQUIRE(pipe(ends));
    struct iovec iov[2] = {{got, 0}, {bad, 4}}, good = {got, 4};
    struct msghdr message = {.msg_name = bad, .msg_namelen = 16, .msg_iov = &good, .msg_iovlen = 1};
    struct endpoint udp_at;
    int udp = bound_socket(AF_INET, SOCK_DGRAM, &udp_at), fresh = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(send(pair[0], bad, 4, 0));
    SHOW(write(pair[0], bad, 4));
    SHOW(writev(pair[0], iov, 2));
    SHOW(write(ends[1], bad, 4));
    SHOW(sendmsg(udp, &message, 0));
    SHOW(sendto(udp, "x", 1, 0, (void *)bad, 16));
    SHOW(bind(fresh, (void *)bad, 16));
    SHOW(connect(fresh, (void *)bad, 16));
    SHOW(setsockopt(fresh, SOL_SOCKET, SO_KEEPALIVE, bad, 4));
    REQUIRE(send(pair[1], "abcd", 4, 0));
    wait_for(pair[0], POLLIN);
    SHOW(recv(pair[0], bad, 4, 0));
    SHOW(read(pair[0], bad, 4));
    SHOW(recv(pair[0], got, 4, 0));
    printf("%s\n", got);
    int file = REQUIRE(open("file", O_RDWR | O_CREAT, 0644));
    SHOW(write(file, bad, 4));
    SHOW(write(file, "text", 4));
    SHOW(pread(file, bad, 4, 0));
    return t_status;
}
