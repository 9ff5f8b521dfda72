// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/un.h>

// bind, connect, sendto and sendmsg with addresses of every family and of every length, on sockets of every kind: the
// errno of each, and the order in which faults are found.

static const struct {
    const char *name;
    int family, type;
} kinds[] = {
    {"tcp", AF_INET, SOCK_STREAM},  {"tcp6", AF_INET6, SOCK_STREAM}, {"udp", AF_INET, SOCK_DGRAM},
    {"udp6", AF_INET6, SOCK_DGRAM},
};

static int call(int which, int fd, const struct sockaddr *address, socklen_t len) {
    struct iovec iov = {"x", 1};
    struct msghdr message = {.msg_name = (void *)address, .msg_namelen = len, .msg_iov = &iov, .msg_iovlen = 1};
    switch (which) {
    case 0: return bind(fd, address, len);
    case 1: return connect(fd, address, len);
    case 2: return (int)sendto(fd, "x", 1, MSG_NOSIGNAL, address, len);
    default: return (int)sendmsg(fd, &message, MSG_NOSIGNAL);
    }
}

static const char *const calls[] = {"bind", "connect", "sendto", "sendmsg"};

static void try(size_t kind, int which, const char *what, const struct sockaddr *address, socklen_t len) {
    static char last[64];
    static int first = -1, previous = -1;
    int fd = REQUIRE(socket(kinds[kind].family, kinds[kind].type | SOCK_NONBLOCK, 0));
    errno = 0;
    int result = call(which, fd, address, len);
    const char *text = result < 0 ? errname(errno) : "ok";
    REQUIRE(close(fd));
    // Equal results of one length after another make one line.
    char now[64];
    snprintf(now, sizeof now, "%s %s %s: %s", kinds[kind].name, calls[which], what, text);
    if (strcmp(now, last) != 0 || (int)len != previous + 1) {
        if (first >= 0) printf("%s, lengths %d to %d\n", last, first, previous);
        first = (int)len;
        strcpy(last, now);
    }
    previous = (int)len;
}

int main(void) {
    struct endpoint v4, v6;
    int targets[] = {bound_socket(AF_INET, SOCK_DGRAM, &v4), bound_socket(AF_INET6, SOCK_DGRAM, &v6)};
    union {
        struct sockaddr any;
        struct sockaddr_un un;
        struct sockaddr_storage storage;
    } none = {.any = {.sa_family = AF_UNSPEC}}, local = {.un = {.sun_family = AF_UNIX, .sun_path = "name"}},
      other = {.any = {.sa_family = 77}};
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        for (int which = 0; which < 4; which++) {
            // To bind, any free port.
            struct endpoint four = v4, six = v6;
            if (which == 0) four.v4.sin_port = six.v6.sin6_port = 0;
            for (socklen_t len = 0; len <= 130; len++) try(kind, which, "inet", &four.any, len);
            for (socklen_t len = 0; len <= 130; len++) try(kind, which, "inet6", &six.any, len);
            for (socklen_t len = 0; len <= 130; len++) try(kind, which, "unspec", &none.any, len);
            for (socklen_t len = 0; len <= 130; len++) try(kind, which, "unix", &local.any, len);
            for (socklen_t len = 0; len <= 130; len++) try(kind, which, "unknown", &other.any, len);
            try(kind, which, "negative", &four.any, (socklen_t)-1);
            try(kind, which, "null", NULL, 16);
            try(kind, which, "null of no length", NULL, 0);
        }
    }
    try(0, 0, "end", &v4.any, 200);
    try(0, 0, "end", &v4.any, 210);
    printf("%d\n", targets[0] >= 0 && targets[1] >= 0);
    return t_status;
}
