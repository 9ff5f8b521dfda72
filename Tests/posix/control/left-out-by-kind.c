// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Which control messages mean nothing to a socket, so that nobody looks at what is in them: those of IP to a unix socket,
// descriptors and credentials to one of the internet. A type of service is a byte, however it is written.

static void send_with(const char *what, int fd, struct message *m) {
    printf("%s: ", what);
    SHOW(sendmsg(fd, &m->head, MSG_NOSIGNAL));
}

static void try_service(int fd, int value) {
    struct message m;
    message_init(&m, 0);
    add_control(&m, IPPROTO_IP, IP_TOS, &value, sizeof value);
    printf("%d: ", value);
    send_with("service", fd, &m);
}

int main(void) {
    int pair[2], none = 999, hops = 1;
    struct ucred others = {.pid = 1, .uid = 12345, .gid = 12345};
    struct endpoint at;
    struct message m;
    int receiver = bound_socket(AF_INET, SOCK_DGRAM, &at), sender = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    REQUIRE(connect(sender, &at.any, at.len));
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));

    message_init(&m, 0);
    add_control(&m, SOL_SOCKET, SCM_RIGHTS, &none, sizeof none);
    send_with("descriptors to the internet", sender, &m);
    message_init(&m, 0);
    add_control(&m, SOL_SOCKET, SCM_CREDENTIALS, &others, sizeof others);
    send_with("credentials to the internet", sender, &m);
    message_init(&m, 0);
    add_control(&m, IPPROTO_IP, IP_TTL, &hops, 2);
    send_with("half a number of hops to a pair", pair[0], &m);
    for (int value = -1; value < 1024; value += 256) try_service(sender, value);
    try_service(sender, 255);
    REQUIRE(close(receiver));
    return t_status;
}
