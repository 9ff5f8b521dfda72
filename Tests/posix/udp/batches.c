// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"

#include <signal.h>
#include <sys/uio.h>

// sendmmsg and recvmmsg: how many, which stop where, and what is kept for the next call.

enum { MANY = 100 };

static char bytes[MANY][8], got_bytes[MANY][8];
static struct iovec out_pieces[MANY], in_pieces[MANY];
static struct mmsghdr out[MANY], in[MANY];
static struct endpoint from[MANY];

// Messages of i % 5 bytes to an address, or to the peer.
static void prepare(struct endpoint *to) {
    for (int i = 0; i < MANY; i++) {
        memset(bytes[i], 'a' + i % 26, sizeof bytes[i]);
        out_pieces[i] = (struct iovec){bytes[i], i % 5};
        out[i] = (struct mmsghdr){.msg_hdr = {.msg_iov = &out_pieces[i], .msg_iovlen = 1}, .msg_len = 77};
        if (to != NULL) {
            out[i].msg_hdr.msg_name = &to->any;
            out[i].msg_hdr.msg_namelen = to->len;
        }
        in_pieces[i] = (struct iovec){got_bytes[i], 3};
        in[i] = (struct mmsghdr){.msg_hdr = {.msg_iov = &in_pieces[i], .msg_iovlen = 1}, .msg_len = 77};
        in[i].msg_hdr.msg_name = &from[i].any;
        in[i].msg_hdr.msg_namelen = sizeof from[i].storage;
        in[i].msg_hdr.msg_flags = -1;
    }
}

// What came, and from whom.
static void tell(int count, const struct endpoint *sender) {
    for (int i = 0; i < count; i++) {
        if (count <= 8 || i % 29 == 0)
            printf("  %d: %u bytes, %c, flags %s%d\n", i, in[i].msg_len, in[i].msg_len > 0 ? got_bytes[i][0] : '-',
                   in[i].msg_hdr.msg_flags == MSG_TRUNC ? "MSG_TRUNC, " : "", in[i].msg_hdr.msg_flags != 0);
        if (sender != NULL && !same_endpoint(&from[i], sender)) t_error("from elsewhere");
        if (in[i].msg_hdr.msg_namelen != (sender != NULL ? sender->len : 0)) t_error("length of %d", i);
    }
    printf("  then %u\n", in[count < MANY ? count : 0].msg_len);
}

static void by_address(int family) {
    struct endpoint at, sender;
    int receiver = bound_socket(family, SOCK_DGRAM, &at), fd = bound_socket(family, SOCK_DGRAM, &sender);
    printf("-- by address\n");
    prepare(&at);
    SHOW(sendmmsg(fd, out, MANY, 0));
    printf("  %u %u %u\n", out[1].msg_len, out[4].msg_len, out[98].msg_len);
    SHOW(recvmmsg(receiver, in, MANY, 0, NULL));
    tell(MANY, &sender);
    // Fewer than are asked for, without waiting and with waiting for one.
    prepare(&at);
    SHOW(sendmmsg(fd, out, 3, 0));
    SHOW(recvmmsg(receiver, in, 5, MSG_DONTWAIT, NULL));
    tell(3, &sender);
    SHOW(recvmmsg(receiver, in, 5, MSG_DONTWAIT, NULL));
    prepare(&at);
    SHOW(sendmmsg(fd, out, 40, 0));
    SHOW(recvmmsg(receiver, in, MANY, MSG_WAITFORONE, NULL));
    tell(40, &sender);
    // None.
    SHOW(sendmmsg(fd, out, 0, 0));
    SHOW(recvmmsg(receiver, in, 0, 0, NULL));
    SHOW(recvmmsg(receiver, NULL, 0, 0, NULL));
    close(receiver);
    close(fd);
}

static void stops(void) {
    struct endpoint at, nowhere = loopback(AF_INET, 9);
    int receiver = bound_socket(AF_INET, SOCK_DGRAM, &at), fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    printf("-- what cannot be sent stops\n");
    prepare(&at);
    nowhere.v4.sin_addr.s_addr = htonl(INADDR_BROADCAST);
    out[2].msg_hdr.msg_name = &nowhere.any;
    SHOW(sendmmsg(fd, out, 4, 0));
    printf("  %u %u %u\n", out[1].msg_len, out[2].msg_len, out[3].msg_len);
    SHOW(sendmmsg(fd, out + 2, 2, 0));
    // A bad pointer, too many pieces, too long, no address.
    prepare(&at);
    out[1].msg_hdr.msg_iov = NULL;
    SHOW(sendmmsg(fd, out, 3, 0));
    SHOW(sendmmsg(fd, out + 1, 2, 0));
    prepare(&at);
    out[1].msg_hdr.msg_iovlen = 2000;
    SHOW(sendmmsg(fd, out, 3, 0));
    SHOW(sendmmsg(fd, out + 1, 2, 0));
    static char large[70000];
    prepare(&at);
    out_pieces[1] = (struct iovec){large, sizeof large};
    SHOW(sendmmsg(fd, out, 3, 0));
    SHOW(sendmmsg(fd, out + 1, 2, 0));
    prepare(&at);
    out[1].msg_hdr.msg_name = NULL;
    SHOW(sendmmsg(fd, out, 3, 0));
    SHOW(sendmmsg(fd, out + 1, 2, 0));
    SHOW(sendmmsg(fd, NULL, 2, 0));
    SHOW(sendmmsg(fd, out, 2, MSG_OOB));
    prepare(&at);
    SHOW(recvmmsg(receiver, in, MANY, MSG_DONTWAIT, NULL));
    // Several pieces, and of those some empty.
    struct iovec several[3] = {{"one", 3}, {NULL, 0}, {"two", 3}};
    out[1].msg_hdr.msg_iov = several;
    out[1].msg_hdr.msg_iovlen = 3;
    SHOW(sendmmsg(fd, out, 3, 0));
    printf("  %u\n", out[1].msg_len);
    SHOW(recvmmsg(receiver, NULL, 2, MSG_DONTWAIT, NULL));
    SHOW(recvmmsg(receiver, in, 3, 0, NULL));
    close(receiver);
    close(fd);
}

static void errors(void) {
    struct endpoint at, own;
    int gone = bound_socket(AF_INET, SOCK_DGRAM, &at), fd = bound_socket(AF_INET, SOCK_DGRAM, &own), file[2];
    printf("-- errors that wait come first\n");
    close(gone);
    REQUIRE(connect(fd, &at.any, at.len));
    prepare(NULL);
    SHOW(sendmmsg(fd, out, 1, 0));
    wait_for(fd, POLLIN);
    SHOW(sendmmsg(fd, out, 2, 0));
    SHOW(sendmmsg(fd, out, 1, 0));
    wait_for(fd, POLLIN);
    SHOW(recvmmsg(fd, in, 0, 0, NULL));
    SHOW(recvmmsg(fd, in, 0, 0, NULL));
    SHOW(sendmmsg(fd, out, 1, 0));
    wait_for(fd, POLLIN);
    SHOW(recvmmsg(fd, in, 2, MSG_DONTWAIT, NULL));
    SHOW(recvmmsg(fd, in, 2, MSG_DONTWAIT, NULL));
    REQUIRE(pipe(file));
    SHOW(sendmmsg(-1, out, 2, 0));
    SHOW(sendmmsg(file[1], out, 2, 0));
    SHOW(recvmmsg(-1, in, 2, 0, NULL));
    SHOW(recvmmsg(file[0], in, 2, 0, NULL));
    SHOW(recvmmsg(file[0], in, 0, 0, NULL));
    SHOW(sendmmsg(file[0], in, 0, 0));
    close(fd);
}

static void times(void) {
    struct endpoint at;
    struct timespec long_time = {100, 5}, none = {0, 0}, bad = {0, 1000000000}, negative = {-1, 0};
    struct timespec very_long = {1ll << 40, 999999999};
    int receiver = bound_socket(AF_INET, SOCK_DGRAM, &at), fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    printf("-- a time limit is looked at after each message\n");
    prepare(&at);
    SHOW(sendmmsg(fd, out, 60, 0));
    SHOW(recvmmsg(receiver, in, 3, 0, &none));
    printf("  %lld %ld\n", (long long)none.tv_sec, (long)none.tv_nsec);
    SHOW(recvmmsg(receiver, in, 50, 0, &long_time));
    EXPECT(long_time.tv_sec < 100 && long_time.tv_sec > 70 && long_time.tv_nsec >= 0 && long_time.tv_nsec < 1000000000);
    SHOW(recvmmsg(receiver, in, 2, 0, &very_long));
    EXPECT(very_long.tv_sec == 1ll << 40 || very_long.tv_sec > (1ll << 40) - 30);
    SHOW(recvmmsg(receiver, in, 2, 0, &bad));
    SHOW(recvmmsg(-1, in, 2, 0, &negative));
    long_time = (struct timespec){100, 5};
    SHOW(recvmmsg(receiver, in, MANY, MSG_DONTWAIT, &long_time));
    SHOW(recvmmsg(receiver, in, MANY, MSG_DONTWAIT, &long_time));
    SHOW(recvmmsg(receiver, in, 0, MSG_DONTWAIT, &none));
    close(receiver);
    close(fd);
}

static void streams(void) {
    int ends[2];
    printf("-- streams\n");
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
    prepare(NULL);
    SHOW(sendmmsg(ends[0], out + 1, 4, 0));
    SHOW(recvmmsg(ends[1], in, 4, MSG_DONTWAIT, NULL));
    tell(4, NULL);
    // A message of which a part fits, and what comes after it.
    static char large[1 << 20];
    prepare(NULL);
    out_pieces[1] = (struct iovec){large, sizeof large};
    SHOW(sendmmsg(ends[0], out + 1, 4, MSG_DONTWAIT));
    EXPECT(out[1].msg_len < sizeof large && out[2].msg_len == 77);
    close(ends[1]);
    signal(SIGPIPE, SIG_IGN);
    SHOW(sendmmsg(ends[0], out, 2, 0));
    close(ends[0]);
}

int main(void) {
    by_address(AF_INET);
    by_address(AF_INET6);
    stops();
    errors();
    times();
    streams();
    return t_status;
}
