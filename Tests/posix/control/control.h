// SPDX-License-Identifier: Apache-2.0

#ifndef CONTROL_H
#define CONTROL_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "../test.h"
#include <sys/uio.h>
#include <sys/un.h>

// What the programs about control messages share.

/// A message of one byte with room for control messages.
struct message {
    struct msghdr head;
    struct iovec iov;
    char byte;
    union {
        char control[512];
        struct cmsghdr align;
    };
};

static inline struct msghdr *message_init(struct message *m, size_t room) {
    memset(m, 0, sizeof *m);
    m->byte = 'm';
    m->iov = (struct iovec){&m->byte, 1};
    m->head = (struct msghdr){.msg_iov = &m->iov, .msg_iovlen = 1, .msg_control = m->control, .msg_controllen = room};
    return &m->head;
}

/// Appends a control message.
static inline void add_control(struct message *m, int level, int type, const void *data, size_t size) {
    struct cmsghdr *c = (struct cmsghdr *)(m->control + m->head.msg_controllen);
    m->head.msg_controllen += CMSG_SPACE(size);
    c->cmsg_level = level;
    c->cmsg_type = type;
    c->cmsg_len = CMSG_LEN(size);
    memcpy(CMSG_DATA(c), data, size);
}

static inline ssize_t send_descriptors(int to, const int *fds, size_t count) {
    struct message m;
    message_init(&m, 0);
    add_control(&m, SOL_SOCKET, SCM_RIGHTS, fds, count * sizeof *fds);
    return sendmsg(to, &m.head, MSG_NOSIGNAL);
}

/// Receives at most `room` descriptors; gives how many came, and MSG_CTRUNC.
static inline int receive_descriptors(int from, int *fds, size_t room, int flags, int *cut) {
    struct message m;
    message_init(&m, room ? CMSG_LEN(room * sizeof *fds) : 0);
    if (recvmsg(from, &m.head, flags) < 0) return -1;
    *cut = (m.head.msg_flags & MSG_CTRUNC) != 0;
    struct cmsghdr *c = CMSG_FIRSTHDR(&m.head);
    if (!c) return 0;
    int count = (int)((c->cmsg_len - CMSG_LEN(0)) / sizeof *fds);
    memcpy(fds, CMSG_DATA(c), (size_t)count * sizeof *fds);
    return count;
}

/// The control message of a kind in what was received, or null.
static inline struct cmsghdr *find_control(struct message *m, int level, int type) {
    for (struct cmsghdr *c = CMSG_FIRSTHDR(&m->head); c; c = CMSG_NXTHDR(&m->head, c))
        if (c->cmsg_level == level && c->cmsg_type == type) return c;
    return NULL;
}

static inline void turn_on(int fd, int level, int option) {
    int on = 1;
    REQUIRE(setsockopt(fd, level, option, &on, sizeof on));
}

/// Receives one message with room for control messages.
static inline ssize_t receive(int fd, struct message *m, int flags) {
    return recvmsg(fd, message_init(m, sizeof m->control), flags);
}

#endif
