// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Control messages that mean nothing to a socket are still some: Linux then looks for a route of its own, instead of the one
// that the socket keeps, which a connection that failed left behind.

static void try_with(const char *what, int type) {
    struct endpoint at, everybody;
    struct message m;
    int closed = bound_socket(AF_INET, SOCK_DGRAM, &at), fd = REQUIRE(socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0)), own = fd;
    struct ucred credentials = {.pid = getpid(), .uid = getuid(), .gid = getgid()};
    REQUIRE(connect(fd, &at.any, at.len));
    everybody = at;
    everybody.v4.sin_addr.s_addr = htonl(0x7fffffff);
    printf("%s\n", what);
    SHOW(connect(fd, &everybody.any, everybody.len));
    message_init(&m, 0);
    if (type == SCM_RIGHTS) add_control(&m, SOL_SOCKET, SCM_RIGHTS, &own, sizeof own);
    if (type == SCM_CREDENTIALS) add_control(&m, SOL_SOCKET, SCM_CREDENTIALS, &credentials, sizeof credentials);
    SHOW(sendmsg(fd, &m.head, 0));
    close(closed);
    for (int i = 0; i < 3; i++) SHOW(send(fd, "text", 4, 0));
    close(fd);
}

int main(void) {
    try_with("nothing", 0);
    try_with("credentials", SCM_CREDENTIALS);
    try_with("descriptors", SCM_RIGHTS);
    return t_status;
}
