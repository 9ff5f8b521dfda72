// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/uio.h>

// Bad addresses in the places that are seldom looked at: sets, masks, times, rooms for addresses and lengths, control
// messages. And what goes before EFAULT: an address that nobody reads, a connection that is not there, too short a value.

static socklen_t length;

static void rooms(char *bad) {
    int pair[2];
    // Not on the stack, from which a length may natively reach the end of what a process has.
    static char text[8];
    struct endpoint at;
    int udp = bound_socket(AF_INET, SOCK_DGRAM, &at), fresh = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    connected_pair(AF_INET, pair);
    struct sockaddr_storage from;
    REQUIRE(send(pair[1], "abcdefgh", 8, 0));
    wait_for(pair[0], POLLIN);
    length = sizeof from;
    // A stream tells no address, so that none is written.
    SHOW(recvfrom(pair[0], text, 1, 0, (void *)bad, &length));
    printf("%u\n", (unsigned)length);
    SHOW(recvfrom(pair[0], text, 1, 0, (void *)&from, (void *)bad));
    SHOW(recvfrom(pair[0], text, 1, 0, NULL, (void *)bad));
    SHOW(recv(pair[0], text, 1, 0));
    printf("%c\n", text[0]);
    // A datagram is gone whose address could not be told.
    for (int i = 0; i < 3; i++) REQUIRE(sendto(udp, "x", 1, 0, &at.any, at.len));
    SHOW(recvfrom(udp, text, 1, MSG_DONTWAIT, (void *)bad, &length));
    length = (socklen_t)-1;
    SHOW(recvfrom(udp, text, 1, MSG_DONTWAIT, (void *)&from, &length));
    SHOW(recvfrom(udp, text, 1, MSG_DONTWAIT, (void *)&from, NULL));
    SHOW(recv(udp, text, 1, MSG_DONTWAIT));
    // Nothing to read comes before nowhere to write.
    char *volatile null = NULL;
    SHOW(recv(udp, null, 4, MSG_DONTWAIT));
    SHOW(recv(fresh, null, 4, 0));
    REQUIRE(sendto(udp, "x", 1, 0, &at.any, at.len));
    SHOW(recv(udp, null, 4, MSG_DONTWAIT | MSG_PEEK));
    SHOW(recv(udp, null, 4, MSG_DONTWAIT));
    SHOW(recv(udp, null, 4, MSG_DONTWAIT));
    // Nobody listens there; and a connection is gone whose address could not be told.
    SHOW(accept(fresh, (void *)bad, (void *)bad));
    SHOW(accept(udp, (void *)bad, (void *)bad));
    struct endpoint listening;
    int listener = listening_socket(AF_INET, &listening);
    REQUIRE(fcntl(listener, F_SETFL, O_NONBLOCK));
    REQUIRE(connect(fresh, &listening.any, listening.len));
    wait_for(listener, POLLIN);
    SHOW(accept(listener, (void *)&from, (void *)bad));
    SHOW(recv(fresh, text, 1, 0));
    SHOW(accept(listener, (void *)&from, (void *)bad));
    length = (socklen_t)-1;
    SHOW(getsockname(udp, (void *)&from, &length));
    // As much as there is, however much there may be.
    SHOW(recv(pair[0], text, SIZE_MAX, 0));
}

static void waits(char *bad) {
    int ends[2], set = REQUIRE(epoll_create1(0));
    REQUIRE(pipe(ends));
    struct pollfd record = {ends[1], POLLOUT, 0};
    struct epoll_event event = {.events = EPOLLOUT};
    struct timespec none = {0, 0};
    struct timeval at_once = {0, 0};
    sigset_t user;
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, ends[1], &event));
    SHOW(select(4, (void *)bad, NULL, NULL, &at_once));
    SHOW(select(4, NULL, (void *)bad, NULL, &at_once));
    SHOW(select(0, (void *)bad, NULL, NULL, &at_once));
    SHOW(pselect(4, NULL, NULL, (void *)bad, &none, NULL));
    SHOW(pselect(4, NULL, NULL, NULL, &none, (void *)bad));
    SHOW(ppoll(&record, 1, &none, (void *)bad));
    SHOW(epoll_pwait(set, &event, 1, 0, (void *)bad));
    SHOW(epoll_pwait2(set, &event, 1, (void *)bad, NULL));
    SHOW(sigprocmask(SIG_BLOCK, NULL, (void *)bad));
    sigemptyset(&user);
    sigaddset(&user, SIGUSR1);
    REQUIRE(sigprocmask(SIG_BLOCK, &user, NULL));
    REQUIRE(raise(SIGUSR1));
    SHOW(sigtimedwait(&user, NULL, (void *)bad));
    SHOW(sigtimedwait(&user, (void *)bad, &none));
}

static void messages(char *bad) {
    int pair[2], one = 1;
    char text[4] = "abc", *volatile null = NULL;
    struct iovec iov = {text, 3};
    struct mmsghdr several = {.msg_hdr = {.msg_iov = &iov, .msg_iovlen = 1}};
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
    struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = null, .msg_controllen = 1};
    SHOW(sendmsg(pair[0], &message, 0));
    message.msg_control = bad;
    SHOW(sendmsg(pair[0], &message, 0));
    message.msg_control = text;
    SHOW(sendmsg(pair[0], &message, 0));
    message.msg_control = bad;
    message.msg_controllen = 64;
    SHOW(recvmsg(pair[1], &message, 0));
    message = (struct msghdr){.msg_iov = (void *)bad};
    SHOW(sendmsg(pair[0], &message, 0));
    SHOW(recvmsg(pair[1], &message, 0));
    SHOW(recvmmsg(pair[1], &several, 1, 0, (void *)bad));
    SHOW(readv(pair[1], (void *)bad, 0));
    SHOW(sendmsg(STDIN_FILENO, (void *)bad, 0));
    for (socklen_t size = 0; size < 5; size++) {
        printf("%u\n", (unsigned)size);
        SHOW(setsockopt(pair[0], SOL_SOCKET, SO_KEEPALIVE, null, size));
        SHOW(setsockopt(pair[0], SOL_SOCKET, SO_LINGER, null, size));
    }
    SHOW(bind(pair[0], (void *)bad, 0));
    SHOW(setsockopt(pair[0], SOL_SOCKET, SO_PASSCRED, &one, sizeof one));
}

int main(void) {
    char *volatile bad = (char *)(uintptr_t)0xffff0000u;
    rooms(bad);
    waits(bad);
    messages(bad);
    return t_status;
}
