// SPDX-License-Identifier: Apache-2.0
// setup: mkfifo fifo
#define _GNU_SOURCE
#include "../test.h"
#include "blocking.h"
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/un.h>

// Each call that waits, with a signal meanwhile: EINTR, and with SA_RESTART either EINTR all the same or on it goes, until
// the handler, the third time it runs, ends what it waits for.

static int ends[2], pair[2], datagrams[2], listener, counter, file, other, set;
static char buffer[100000];
static struct endpoint at;

static long read_pipe(void) { return read(ends[0], buffer, 1); }
static long readv_pipe(void) { return readv(ends[0], &(struct iovec){buffer, 1}, 1); }
static long splice_pipe(void) { return splice(ends[0], NULL, pair[0], NULL, 1, 0); }
static void write_pipe(void) { write_all(ends[1], "x", 1); }
static long read_counter(void) { return read(counter, buffer, 8); }
static void raise_counter(void) { REQUIRE(eventfd_write(counter, 1)); }
static long receive(void) { return recv(pair[0], buffer, 1, 0); }
static long receive_message(void) {
    struct iovec iov = {buffer, 1};
    struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1};
    return recvmsg(pair[0], &message, 0);
}
static long receive_messages(void) {
    struct iovec iov = {buffer, 1};
    struct mmsghdr messages[2] = {{.msg_hdr = {.msg_iov = &iov, .msg_iovlen = 1}}};
    return recvmmsg(pair[0], messages, 2, MSG_WAITFORONE, NULL);
}
static long read_socket(void) { return read(pair[0], buffer, 1); }
static void send_one(void) { write_all(pair[1], "x", 1); }
static long receive_datagram(void) { return recvfrom(datagrams[0], buffer, 1, 0, NULL, NULL); }
static void send_datagram(void) { write_all(datagrams[1], "x", 1); }
static long accept_one(void) { return accept(listener, NULL, NULL); }
static void connect_one(void) { connect(REQUIRE(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)), &at.any, at.len); }
static long lock_file(void) { return flock(other, LOCK_EX); }
static void unlock_file(void) { REQUIRE(flock(file, LOCK_UN)); }
static long lock_part(void) { return fcntl(other, F_SETLKW, &(struct flock){.l_type = F_WRLCK}); }
static void unlock_part(void) { REQUIRE(fcntl(file, F_OFD_SETLK, &(struct flock){.l_type = F_UNLCK})); }
static long open_fifo(void) { return open("fifo", O_RDONLY); }
static void open_other_end(void) { REQUIRE(open("fifo", O_RDWR)); }
static long poll_pipe(void) { return poll(&(struct pollfd){.fd = ends[0], .events = POLLIN}, 1, -1); }
static long select_pipe(void) {
    fd_set reading;
    FD_ZERO(&reading);
    FD_SET(ends[0], &reading);
    return select(ends[0] + 1, &reading, NULL, NULL, NULL);
}
static long wait_epoll(void) { return epoll_wait(set, &(struct epoll_event){0}, 1, -1); }
static long sleep_long(void) { return nanosleep(&(struct timespec){.tv_sec = 5}, NULL); }
static long sleep_clock(void) {
    int error = clock_nanosleep(CLOCK_MONOTONIC, 0, &(struct timespec){.tv_sec = 5}, NULL);
    errno = error;
    return error ? -1 : 0;
}
static long wait_signal(void) {
    sigset_t usr1;
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    return sigwaitinfo(&usr1, NULL);
}
static long wait_any(void) { return pause(); }
static long suspend(void) {
    sigset_t none;
    sigemptyset(&none);
    return sigsuspend(&none);
}

int main(void) {
    sigset_t usr1;
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    REQUIRE(sigprocmask(SIG_BLOCK, &usr1, NULL));
    REQUIRE(pipe(ends));
    connected_pair(AF_INET, pair);
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, datagrams));
    listener = listening_socket(AF_INET, &at);
    counter = REQUIRE(eventfd(0, 0));
    file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    other = REQUIRE(open("file", O_RDWR));
    set = REQUIRE(epoll_create1(0));
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &(struct epoll_event){.events = EPOLLIN}));

    try("read of a pipe", read_pipe, write_pipe);
    try("readv of a pipe", readv_pipe, write_pipe);
    try("splice", splice_pipe, write_pipe);
    try("read of an eventfd", read_counter, raise_counter);
    try("recv", receive, send_one);
    try("recvmsg", receive_message, send_one);
    try("recvmmsg", receive_messages, send_one);
    try("read of a socket", read_socket, send_one);
    try("recvfrom", receive_datagram, send_datagram);
    try("accept", accept_one, connect_one);
    REQUIRE(flock(file, LOCK_EX));
    try("flock", lock_file, unlock_file);
    REQUIRE(flock(other, LOCK_UN));
    REQUIRE(fcntl(file, F_OFD_SETLK, &(struct flock){.l_type = F_WRLCK}));
    try("F_SETLKW", lock_part, unlock_part);
    try("open of a FIFO", open_fifo, open_other_end);
    try("poll", poll_pipe, write_pipe);
    try("select", select_pipe, write_pipe);
    try("epoll_wait", wait_epoll, write_pipe);
    try("nanosleep", sleep_long, NULL);
    try("clock_nanosleep", sleep_clock, NULL);
    try("sigwaitinfo", wait_signal, NULL);
    try("sigsuspend", suspend, NULL);
    try("pause", wait_any, NULL);

    puts("with a timeout of its own a socket is never restarted");
    struct timeval limit = {.tv_sec = 5};
    REQUIRE(setsockopt(pair[0], SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit));
    REQUIRE(setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit));
    try("recv", receive, send_one);
    try("recvmsg", receive_message, send_one);
    try("recvmmsg", receive_messages, send_one);
    try("read of a socket", read_socket, send_one);
    try("accept", accept_one, connect_one);
    return t_status;
}
