// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include "message.h"

// The send and receive families.

static const struct name send_flags[] = {NAMED(MSG_MORE),     NAMED(MSG_OOB),       NAMED(MSG_EOR),      NAMED(MSG_DONTWAIT),
                                         NAMED(MSG_CONFIRM),  NAMED(MSG_DONTROUTE), NAMED(MSG_NOSIGNAL), NAMED(MSG_ZEROCOPY),
                                         NAMED(MSG_PEEK),     NAMED(MSG_WAITALL),   {0, NULL}};
static const struct name receive_flags[] = {NAMED(MSG_PEEK),     NAMED(MSG_WAITALL),      NAMED(MSG_DONTWAIT), NAMED(MSG_TRUNC),
                                            NAMED(MSG_OOB),      NAMED(MSG_CMSG_CLOEXEC), NAMED(MSG_ERRQUEUE), NAMED(MSG_NOSIGNAL),
                                            NAMED(MSG_CTRUNC),   NAMED(MSG_EOR),          {0, NULL}};

static int some_send_flags(void) {
    int flags = some_flags(bad_rooms ? send_flags + 1 : send_flags, chance(50) ? 0 : 12);
    if (!bad_rooms && chance(2)) {
        say("|MSG_FASTOPEN");
        flags |= MSG_FASTOPEN;
    }
    return flags;
}

static int some_receive_flags(void) { return some_flags(receive_flags, chance(50) ? 0 : 12); }

static size_t some_size(void) {
    unsigned way = rnd(100);
    if (way < 8) return 0;
    if (way < 60) return 1 + rnd(16);
    if (way < 95) return rnd(1500);
    return rnd(9000);
}

static size_t say_size(size_t size) {
    say(" %zu", size);
    return size;
}

static void fill(unsigned char *bytes, size_t size) {
    unsigned char first = (unsigned char)rnd(256);
    for (size_t i = 0; i < size; i++) bytes[i] = (unsigned char)(first + i * 7 + (i >> 8));
}

// What is to be sent.
static unsigned char *data(size_t size) {
    unsigned char *bytes = room(size, true);
    if (!bad_room) fill(bytes, size);
    return bytes;
}

static void step_send(void) {
    say(" send");
    int fd = some_fd(SOCKETS);
    size_t size = say_size(some_size());
    unsigned char *bytes = data(size);
    int flags = some_send_flags();
    result(send(fd, bytes, size, flags));
    learn_port(fd);
    settle(fd);
}

static void step_sendto(void) {
    say(" sendto");
    int fd = some_fd(chance(80) ? PACKETS : SOCKETS);
    size_t size = say_size(some_size());
    unsigned char *bytes = data(size);
    int flags = some_send_flags();
    struct address address = some_address(fd, TO_REACH);
    result(sendto(fd, bytes, size, flags, address.at, address.len));
    learn_port(fd);
    settle(fd);
}

// Vectors, of which the first may be bad: natively what comes before another would be sent.
static struct iovec *vectors(int count, bool filled) {
    struct iovec *iov = good_room((size_t)count * sizeof *iov + 1);
    say(" [");
    for (int i = 0; i < count; i++) {
        size_t size = say_size(chance(15) ? 0 : some_size() / 4);
        iov[i] = (struct iovec){filled && i == 0 ? data(size) : good_room(size), size};
        if (filled && i > 0) fill(iov[i].iov_base, size);
    }
    say(" ]");
    return iov;
}

static void some_message(struct msghdr *head, int fd) {
    int count = (int)rnd(4);
    *head = (struct msghdr){.msg_iovlen = (__typeof__(head->msg_iovlen))count};
    head->msg_iov = vectors(count, true);
    if (bad_rooms && chance(1)) {
        head->msg_iovlen = 1025;
        say(" of 1025");
    }
    if (chance(50)) {
        struct address address = some_address(fd, TO_REACH);
        head->msg_name = address.at;
        head->msg_namelen = address.len;
    }
    if (chance(40)) some_control(head);
}

static void step_sendmsg(void) {
    struct msghdr head;
    say(" sendmsg");
    int fd = some_fd(SOCKETS);
    some_message(&head, fd);
    int flags = some_send_flags();
    result(sendmsg(fd, &head, flags));
    learn_port(fd);
    settle(fd);
}

static void step_sendmmsg(void) {
    say(" sendmmsg");
    int fd = some_fd(SOCKETS);
    unsigned count = rnd(4);
    struct mmsghdr *heads = good_room(4 * sizeof *heads);
    for (unsigned i = 0; i < count; i++) {
        some_message(&heads[i].msg_hdr, fd);
        heads[i].msg_len = 0x55;
    }
    int flags = some_send_flags();
    if (bad_rooms && chance(3)) {
        say(" null");
        heads = NULL;
    }
    long long sent = result(sendmmsg(fd, heads, count, (unsigned)flags));
    for (long long i = 0; i < sent; i++) say(" %u", heads[i].msg_len);
    learn_port(fd);
    settle(fd);
}

// Where receiving loses what does not arrive, a bad room makes the runs differ: only streams have one.
static void step_recv(void) {
    say(" recv");
    int fd = some_fd(SOCKETS);
    size_t size = say_size(some_size());
    unsigned char *bytes = room(size, false);
    bool bad = bad_room && size > 0;
    if (bad && (fd < 0 || fd >= HIGHEST || open_kinds[fd] != TCP)) return;
    int flags = some_receive_flags();
    long long got = result(recv(fd, bytes, size, flags));
    if (got > 0 && !bad) say_bytes(bytes, (size_t)got < size ? (size_t)got : size);
}

static void step_recvfrom(void) {
    say(" recvfrom");
    int fd = some_fd(SOCKETS);
    size_t size = say_size(some_size());
    unsigned char *bytes = good_room(size);
    int flags = some_receive_flags();
    socklen_t room = chance(70) ? 128 : ONE_OF(0u, 1u, 2u, 4u, 8u, 16u, 20u, 28u), len = room;
    struct sockaddr *at = good_room(128);
    if (room != 128) say(" /%u", room);
    long long got = result(recvfrom(fd, bytes, size, flags, at, &len));
    if (got < 0) return;
    say_bytes(bytes, (size_t)got < size ? (size_t)got : size);
    if (room < 129) expect_untouched(at, len < room ? len : room, 128);
    // A stream tells no address, and leaves the length at what it finds.
    if (len > 0 && len != room) say_address(at, len, room);
    else say(" <%u>", len);
}

static void receive_head(struct msghdr *head, socklen_t *named, size_t *space) {
    int count = 1 + (int)rnd(3);
    *head = (struct msghdr){.msg_iovlen = (__typeof__(head->msg_iovlen))count};
    struct iovec *iov = good_room(3 * sizeof *iov);
    say(" [");
    for (int i = 0; i < count; i++) {
        size_t size = say_size(chance(15) ? 0 : some_size());
        iov[i] = (struct iovec){good_room(size), size};
    }
    say(" ]");
    head->msg_iov = iov;
    *named = chance(40) ? 0 : chance(70) ? 128 : ONE_OF(1u, 2u, 4u, 8u, 16u, 20u, 28u);
    head->msg_name = *named > 0 ? good_room(128) : NULL;
    head->msg_namelen = *named;
    if (*named != 0) say(" /%u", *named);
    *space = chance(30) ? 0 : chance(70) ? 512 : some_control_space();
    head->msg_control = *space > 0 ? good_room(512) : NULL;
    head->msg_controllen = (__typeof__(head->msg_controllen))*space;
    head->msg_flags = 0x55;
}

static void say_received(struct msghdr *head, long long got, socklen_t named, size_t space) {
    size_t left = (size_t)got;
    for (size_t i = 0; i < (size_t)head->msg_iovlen; i++) {
        size_t size = head->msg_iov[i].iov_len < left ? head->msg_iov[i].iov_len : left;
        say_bytes(head->msg_iov[i].iov_base, size);
        expect_untouched(head->msg_iov[i].iov_base, size, head->msg_iov[i].iov_len);
        left -= size;
    }
    say_flags(receive_flags, head->msg_flags);
    if (named > 0 && head->msg_namelen > 0) say_address(head->msg_name, head->msg_namelen, named);
    if (head->msg_namelen == 0 && named > 0) say(" <0>");
    if (space > 0) say_control(head);
}

static void step_recvmsg(void) {
    struct msghdr head;
    socklen_t named;
    size_t space;
    say(" recvmsg");
    int fd = some_fd(SOCKETS);
    receive_head(&head, &named, &space);
    int flags = some_receive_flags();
    long long got = result(recvmsg(fd, &head, flags));
    if (got >= 0) say_received(&head, got, named, space);
}

static void step_recvmmsg(void) {
    socklen_t named[4];
    size_t space[4];
    say(" recvmmsg");
    int fd = some_fd(chance(70) ? PACKETS : SOCKETS);
    unsigned count = 1 + rnd(3);
    struct mmsghdr *heads = good_room(4 * sizeof *heads);
    for (unsigned i = 0; i < count; i++) receive_head(&heads[i].msg_hdr, &named[i], &space[i]);
    int flags = some_receive_flags();
    if (chance(20)) {
        say("|MSG_WAITFORONE");
        flags |= MSG_WAITFORONE;
    }
    long long got = result(recvmmsg(fd, heads, count, (unsigned)flags, NULL));
    for (long long i = 0; i < got; i++) {
        say(" %u", heads[i].msg_len);
        say_received(&heads[i].msg_hdr, heads[i].msg_len, named[i], space[i]);
    }
}

const struct step message_steps[] = {
    {step_send, 20},   {step_sendto, 16},  {step_sendmsg, 20},  {step_sendmmsg, 6}, {step_recv, 20},
    {step_recvfrom, 12}, {step_recvmsg, 24}, {step_recvmmsg, 6}, {NULL, 0},
};
