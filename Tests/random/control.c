// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <linux/errqueue.h>
#include "message.h"

// Control messages: random ones to send, and what is received.

#ifndef SOL_IP
#define SOL_IP 0
#define SOL_IPV6 41
#endif

struct message {
    unsigned char *at;
    size_t used;
};

enum { SPACE = 1024 };

static void append(struct message *m, int level, int type, const void *data, size_t size) {
    struct cmsghdr head = {.cmsg_level = level, .cmsg_type = type};
    if (m->used + CMSG_SPACE(size) > SPACE) return;
    head.cmsg_len = (__typeof__(head.cmsg_len))CMSG_LEN(size);
    memset(m->at + m->used, 0, CMSG_SPACE(size));
    memcpy(m->at + m->used, &head, sizeof head);
    memcpy(m->at + m->used + CMSG_LEN(0), data, size);
    m->used += CMSG_SPACE(size);
}

static void append_int(struct message *m, const char *name, int level, int type, int value) {
    say(" %s=%d", name, value);
    append(m, level, type, &value, sizeof value);
}

static void append_rights(struct message *m) {
    int fds[4], count = (int)rnd(4);
    say(" rights");
    // Those that the host answers itself are not passed.
    for (int i = 0; i < count; i++) fds[i] = some_fd(~(OF(EPOLL) | OF(SIGNALS)));
    for (int i = 0; i < count; i++)
        if (fds[i] >= 0 && fds[i] < HIGHEST && (open_kinds[fds[i]] == EPOLL || open_kinds[fds[i]] == SIGNALS)) return;
    append(m, SOL_SOCKET, SCM_RIGHTS, fds, (size_t)count * sizeof *fds);
}

static void append_credentials(struct message *m) {
    // Root may send those of others.
    struct ucred ucred = {.pid = getpid(), .uid = getuid(), .gid = getgid()};
    say(" credentials");
    append(m, SOL_SOCKET, SCM_CREDENTIALS, &ucred, sizeof ucred);
}

static void append_packet_info(struct message *m) {
    struct in_pktinfo info = {.ipi_ifindex = ONE_OF(0, 1, 99)};
    inet_pton(AF_INET, ONE_OF("0.0.0.0", "127.0.0.1", "127.0.0.2", "192.0.2.1"), &info.ipi_spec_dst);
    say(" pktinfo %d %s", info.ipi_ifindex, inet_ntoa(info.ipi_spec_dst));
    append(m, IPPROTO_IP, IP_PKTINFO, &info, sizeof info);
}

static void append_packet_info6(struct message *m) {
    struct in6_pktinfo info = {.ipi6_ifindex = ONE_OF(0u, 1u, 99u)};
    const char *text = ONE_OF("::", "::1", "2001:db8::1", "::ffff:127.0.0.1");
    inet_pton(AF_INET6, text, &info.ipi6_addr);
    say(" pktinfo6 %d %s", (int)info.ipi6_ifindex, text);
    append(m, IPPROTO_IPV6, IPV6_PKTINFO, &info, sizeof info);
}

static void append_some(struct message *m) {
    switch (rnd(9)) {
    case 0:
    case 1: append_rights(m); break;
    case 2: append_credentials(m); break;
    case 3: append_int(m, "ttl", IPPROTO_IP, IP_TTL, ONE_OF(1, 64, 255, 0, 256, -1)); break;
    case 4: append_int(m, "tos", IPPROTO_IP, IP_TOS, ONE_OF(0, 16, 255, 256, -1)); break;
    case 5: append_int(m, "hoplimit", IPPROTO_IPV6, IPV6_HOPLIMIT, ONE_OF(1, 64, 255, -1, 256, -2)); break;
    case 6: append_int(m, "tclass", IPPROTO_IPV6, IPV6_TCLASS, ONE_OF(0, 16, 255, -1, 256)); break;
    case 7: append_packet_info(m); break;
    default: append_packet_info6(m); break;
    }
}

// What no program means: a length that is none, an unknown kind.
static void spoil(struct message *m) {
    struct cmsghdr head;
    is_spoilt();
    memcpy(&head, m->at, sizeof head);
    switch (rnd(4)) {
    case 0: head.cmsg_len = 0; say(" length 0"); break;
    case 1: head.cmsg_len = CMSG_LEN(0) - 1; say(" length short"); break;
    case 2: head.cmsg_len = (__typeof__(head.cmsg_len))(m->used + 1); say(" length past"); break;
    default: head.cmsg_level = SOL_SOCKET; head.cmsg_type = 77; say(" unknown"); break;
    }
    memcpy(m->at, &head, sizeof head);
}

void some_control(struct msghdr *head) {
    struct message m = {.at = good_room(SPACE)};
    say(" {");
    do append_some(&m);
    while (chance(30));
    if (m.used > 0 && bad_rooms && chance(6)) spoil(&m);
    head->msg_control = m.at;
    head->msg_controllen = (__typeof__(head->msg_controllen))m.used;
    if (bad_rooms && chance(3)) {
        say(" cut");
        head->msg_controllen = (__typeof__(head->msg_controllen))(CMSG_LEN(0) - 1);
    } else if (bad_rooms && chance(3)) {
        say(" null");
        head->msg_control = NULL;
    }
    say(" }");
}

size_t some_control_space(void) {
    size_t data = rnd(48);
    say(" control %zu", data);
    return CMSG_LEN(data);
}

static void say_rights(const unsigned char *data, size_t size) {
    say(" rights");
    for (size_t i = 0; i + sizeof(int) <= size; i += sizeof(int)) {
        int fd;
        memcpy(&fd, data + i, sizeof fd);
        say(" %d%s", fd, fcntl(fd, F_GETFD) & FD_CLOEXEC ? "x" : "");
        note(fd, OTHER);
    }
}

static void say_credentials(const unsigned char *data, size_t size) {
    struct ucred ucred = {0};
    memcpy(&ucred, data, size < sizeof ucred ? size : sizeof ucred);
    say(" credentials/%zu %s", size, ucred.pid == getpid() && ucred.uid == getuid() && ucred.gid == getgid() ? "own" : "others");
}

static void say_error(const unsigned char *data, size_t size) {
    struct sock_extended_err error;
    say(" error/%zu", size);
    if (size < sizeof error) return;
    memcpy(&error, data, sizeof error);
    say(" %s origin %d type %d code %d", error_name((int)error.ee_errno), error.ee_origin, error.ee_type, error.ee_code);
    if (size >= sizeof error + 2) say_address(data + sizeof error, (socklen_t)(size - sizeof error), (socklen_t)(size - sizeof error));
}

static void say_one(const struct cmsghdr *c, const unsigned char *data, size_t size) {
    if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS) say_rights(data, size);
    else if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_CREDENTIALS) say_credentials(data, size);
    else if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_TIMESTAMP) say(" timestamp/%zu", size);
    else if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_TIMESTAMPNS) say(" timestampns/%zu", size);
    else if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_TIMESTAMPING) say(" timestamping/%zu", size);
    else if ((c->cmsg_level == IPPROTO_IP && c->cmsg_type == IP_RECVERR) || (c->cmsg_level == IPPROTO_IPV6 && c->cmsg_type == IPV6_RECVERR))
        say_error(data, size);
    else if ((c->cmsg_level == IPPROTO_IP && c->cmsg_type == IP_ORIGDSTADDR) || (c->cmsg_level == IPPROTO_IPV6 && c->cmsg_type == IPV6_ORIGDSTADDR)) {
        say(" destination");
        say_address(data, (socklen_t)size, (socklen_t)size);
    } else {
        say(" %s %d:", c->cmsg_level == SOL_SOCKET ? "socket" : c->cmsg_level == IPPROTO_IP ? "ip" : c->cmsg_level == IPPROTO_IPV6 ? "ipv6" : "other",
            c->cmsg_type);
        say_hex(data, size);
    }
}

void say_control(struct msghdr *head) {
    say(" {");
    for (struct cmsghdr *c = CMSG_FIRSTHDR(head); c != NULL; c = CMSG_NXTHDR(head, c)) {
        if (c->cmsg_len < CMSG_LEN(0)) {
            say(" short");
            break;
        }
        say_one(c, CMSG_DATA(c), c->cmsg_len - CMSG_LEN(0));
    }
    say(" }");
    expect_untouched(head->msg_control, head->msg_controllen, 512);
}
