// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/uio.h>

// Every flag, sending and receiving, on datagrams, streams and sockets of this machine: what a direction does not know is
// ignored, and what it knows and cannot do is refused.

static const struct {
    const char *name;
    int flag;
} flags[] = {
    {"none", 0},
    {"PEEK", MSG_PEEK},
    {"WAITALL", MSG_WAITALL},
    {"DONTWAIT", MSG_DONTWAIT},
    {"NOSIGNAL", MSG_NOSIGNAL},
    {"TRUNC", MSG_TRUNC},
    {"CTRUNC", MSG_CTRUNC},
    {"EOR", MSG_EOR},
    {"MORE", MSG_MORE},
    {"ERRQUEUE", MSG_ERRQUEUE},
    {"CMSG_CLOEXEC", MSG_CMSG_CLOEXEC},
    {"CONFIRM", MSG_CONFIRM},
    {"DONTROUTE", MSG_DONTROUTE},
    {"WAITFORONE", MSG_WAITFORONE},
    {"OOB", MSG_OOB},
    {"PROBE", 0x10},
    {"ZEROCOPY", 0x4000000},
    {"one that nobody has", 0x800000},
};
#define FLAGS (sizeof flags / sizeof *flags)

static void pair_of(int kind, int pair[2]) {
    struct endpoint at;
    switch (kind) {
    case 0:
        pair[1] = bound_socket(AF_INET, SOCK_DGRAM, &at);
        pair[0] = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
        REQUIRE(connect(pair[0], &at.any, at.len));
        break;
    case 1: connected_pair(AF_INET, pair); break;
    case 2: REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair)); break;
    case 3: REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair)); break;
    default: REQUIRE(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair)); break;
    }
}

static void show_message(const char *what, ssize_t result, int flags) {
    printf(" %s ", what);
    if (result < 0) printf("%s", errname(errno));
    else printf("%d", (int)result);
    if (flags & MSG_TRUNC) printf(" TRUNC");
    if (flags & MSG_CTRUNC) printf(" CTRUNC");
    if (flags & MSG_OOB) printf(" OOB");
    if (flags & MSG_EOR) printf(" EOR");
    if (flags & MSG_ERRQUEUE) printf(" ERRQUEUE");
    if (flags & MSG_CMSG_CLOEXEC) printf(" CMSG_CLOEXEC");
    if (flags & MSG_WAITALL) printf(" WAITALL");
    if (flags & MSG_PEEK) printf(" PEEK");
}

static void try(int kind, size_t i) {
    int pair[2];
    char room[2];
    struct iovec iov = {room, sizeof room};
    struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1};
    pair_of(kind, pair);
    printf("%s:", flags[i].name);
    // What was sent with MORE waits for more; a datagram that was probed for was not sent.
    show_message("sent", send(pair[0], "abc", 3, flags[i].flag | MSG_NOSIGNAL), 0);
    pair_of(kind, pair);
    REQUIRE(send(pair[0], "abc", 3, 0));
    EXPECT(wait_for(pair[1], POLLIN) & POLLIN);
    ssize_t got = recvmsg(pair[1], &message, flags[i].flag | MSG_DONTWAIT);
    show_message("received", got, got < 0 ? 0 : message.msg_flags);
    got = recv(pair[1], room, sizeof room, MSG_DONTWAIT);
    show_message("then", got, 0);
    printf("\n");
}

int main(void) {
    static const char *const kinds[] = {"udp", "tcp", "unix stream", "unix datagrams", "unix packets"};
    for (int kind = 0; kind < 5; kind++) {
        printf("-- %s\n", kinds[kind]);
        for (size_t i = 0; i < FLAGS; i++) try(kind, i);
    }
    return t_status;
}
