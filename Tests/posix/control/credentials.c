// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Who the peer is: SO_PEERCRED, and SCM_CREDENTIALS with SO_PASSCRED, sent by hand or not.

static void show_ids(const char *what, const struct ucred *id) {
    printf("%s: pid %s uid %s gid %s\n", what, id->pid == getpid() ? "own" : "other",
           id->uid == getuid() ? "own" : "other", id->gid == getgid() ? "own" : "other");
}

static void show_received(int fd) {
    struct message m;
    struct ucred id;
    SHOW(receive(fd, &m, MSG_DONTWAIT));
    struct cmsghdr *c = find_control(&m, SOL_SOCKET, SCM_CREDENTIALS);
    printf("credentials: %d length: %d\n", c != NULL, c && c->cmsg_len == CMSG_LEN(sizeof id));
    if (!c) return;
    memcpy(&id, CMSG_DATA(c), sizeof id);
    show_ids("sender", &id);
}

int main(void) {
    int pair[2], value = -1;
    struct ucred id;
    socklen_t len = sizeof id;
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
    SHOW(getsockopt(pair[0], SOL_SOCKET, SO_PEERCRED, &id, &len));
    SHOW(len == sizeof id);
    show_ids("peer", &id);
    SHOW(setsockopt(pair[0], SOL_SOCKET, SO_PEERCRED, &id, sizeof id));
    SHOW(send(pair[0], "x", 1, 0));
    show_received(pair[1]);
    turn_on(pair[1], SOL_SOCKET, SO_PASSCRED);
    len = sizeof value;
    SHOW(getsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &value, &len));
    SHOW(value);
    SHOW(send(pair[0], "x", 1, 0));
    show_received(pair[1]);
    struct message m;
    message_init(&m, 0);
    id = (struct ucred){getpid(), getuid(), getgid()};
    add_control(&m, SOL_SOCKET, SCM_CREDENTIALS, &id, sizeof id);
    add_control(&m, SOL_SOCKET, SCM_RIGHTS, pair, sizeof *pair);
    SHOW(sendmsg(pair[0], &m.head, 0));
    SHOW(receive(pair[1], &m, 0));
    printf("both: %d %d\n", find_control(&m, SOL_SOCKET, SCM_CREDENTIALS) != NULL,
           find_control(&m, SOL_SOCKET, SCM_RIGHTS) != NULL);
    message_init(&m, 0);
    add_control(&m, SOL_SOCKET, SCM_CREDENTIALS, &id, sizeof id - 1);
    SHOW(sendmsg(pair[0], &m.head, 0));
    int tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    len = sizeof id;
    SHOW(getsockopt(tcp, SOL_SOCKET, SO_PEERCRED, &id, &len));
    printf("nobody: %d\n", id.pid == 0 && id.uid == (uid_t)-1);
    return t_status;
}
