// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/uio.h>
#ifndef __wasm__
#include <sys/mman.h>
#endif

// Data that is to come from or go to no memory: whatever else is wrong comes first, and where nothing is to be copied, nothing
// is wrong. Of several vectors those before the bad one count.

static void *nowhere(void) {
#ifdef __wasm__
    return (void *)0xfff00000u;
#else
    static void *pages;
    if (pages == NULL) pages = mmap(NULL, 65536, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages;
#endif
}

static void try_all(int fd, void *bad) {
    // Unknown to compilers, which warn of what is wrong with them.
    volatile int below = -1, many = 1025;
    struct iovec two[2] = {{bad, 4}, {"abcd", 4}};
    struct msghdr head = {.msg_iov = two, .msg_iovlen = 2};
    SHOW(read(fd, bad, 4));
    SHOW(write(fd, bad, 4));
    SHOW(pread(fd, bad, 4, 0));
    SHOW(pwrite(fd, bad, 4, 0));
    SHOW(pread(fd, bad, 4, -1));
    SHOW(readv(fd, two, 1));
    SHOW(writev(fd, two, 2));
    SHOW(preadv(fd, two, 1, 0));
    SHOW(pwritev(fd, two, 2, 0));
    SHOW(writev(fd, two, below));
    SHOW(readv(fd, two, many));
    SHOW(recv(fd, bad, 4, MSG_DONTWAIT));
    SHOW(recv(fd, bad, 4, MSG_DONTWAIT | MSG_TRUNC));
    SHOW(send(fd, bad, 4, MSG_DONTWAIT));
    SHOW(sendmsg(fd, &head, MSG_DONTWAIT));
    SHOW(recvmsg(fd, &head, MSG_DONTWAIT));
}

static void try_kinds(void *bad) {
    int pipe_fds[2], pair[2], tcp[2];
    struct endpoint at;
    REQUIRE(pipe2(pipe_fds, O_NONBLOCK));
    printf("the reader of a pipe\n");
    try_all(pipe_fds[0], bad);
    printf("the writer of a pipe\n");
    try_all(pipe_fds[1], bad);
    close(pipe_fds[0]);
    printf("the writer of a pipe without a reader\n");
    try_all(pipe_fds[1], bad);
    close(pipe_fds[1]);
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair));
    printf("an end of a pair\n");
    try_all(pair[0], bad);
    REQUIRE(send(pair[1], "data", 4, 0));
    printf("with data\n");
    try_all(pair[0], bad);
    close(pair[1]);
    printf("without the other\n");
    try_all(pair[0], bad);
    close(pair[0]);
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    printf("not connected\n");
    try_all(fd, bad);
    close(fd);
    connected_pair(AF_INET, tcp);
    set_nonblocking(tcp[0], 1);
    printf("connected\n");
    try_all(tcp[0], bad);
    close(tcp[1]);
    wait_for(tcp[0], POLLIN);
    printf("at the end of a connection\n");
    SHOW(read(tcp[0], bad, 4));
    SHOW(recv(tcp[0], bad, 4, 0));
    close(tcp[0]);
    fd = bound_socket(AF_INET, SOCK_DGRAM, &at);
    set_nonblocking(fd, 1);
    printf("datagrams\n");
    try_all(fd, bad);
    REQUIRE(sendto(fd, "data", 4, 0, &at.any, at.len));
    wait_for(fd, POLLIN);
    SHOW(recv(fd, bad, 4, MSG_DONTWAIT));
    SHOW(recv(fd, bad, 4, MSG_DONTWAIT));
    close(fd);
    fd = REQUIRE(open("file", O_RDWR | O_CREAT | O_TRUNC, 0600));
    printf("a file\n");
    try_all(fd, bad);
    SHOW(pread(fd, bad, 4, 1000));
    close(fd);
    fd = REQUIRE(open("file", O_RDONLY));
    printf("a file that is read\n");
    try_all(fd, bad);
    close(fd);
    fd = REQUIRE(open(".", O_RDONLY | O_DIRECTORY));
    printf("a directory\n");
    try_all(fd, bad);
    struct iovec none[2] = {{bad, 0}, {bad, 0}};
    SHOW(readv(fd, none, 2));
    SHOW(writev(fd, none, 2));
    close(fd);
    printf("none\n");
    try_all(fd, bad);
}

int main(void) {
    signal(SIGPIPE, SIG_IGN);
    try_kinds(NULL);
    try_kinds(nowhere());
    return t_status;
}
