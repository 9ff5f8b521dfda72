// SPDX-License-Identifier: Apache-2.0

#ifndef UNIX_H
#define UNIX_H

#include "../test.h"
#include <stddef.h>
#include <sys/un.h>

// What the programs about unix domain sockets share.

/// The address of a path; one that begins with @ is abstract.
static inline struct sockaddr_un unix_address(const char *path, socklen_t *len) {
    struct sockaddr_un at;
    memset(&at, 0, sizeof at);
    at.sun_family = AF_UNIX;
    memcpy(at.sun_path, path, strlen(path));
    *len = offsetof(struct sockaddr_un, sun_path) + strlen(path) + (path[0] != '@');
    if (path[0] == '@') at.sun_path[0] = 0;
    return at;
}

static inline int unix_bind(int fd, const char *path) {
    socklen_t len;
    struct sockaddr_un at = unix_address(path, &len);
    return bind(fd, (struct sockaddr *)&at, len);
}

static inline int unix_connect(int fd, const char *path) {
    socklen_t len;
    struct sockaddr_un at = unix_address(path, &len);
    return connect(fd, (struct sockaddr *)&at, len);
}

static inline ssize_t unix_send(int fd, const char *text, const char *path) {
    socklen_t len;
    struct sockaddr_un at = unix_address(path, &len);
    return sendto(fd, text, strlen(text), MSG_NOSIGNAL, (struct sockaddr *)&at, len);
}

/// Prints an address as the calls give it: its length and its name.
static inline void print_address(const char *what, const struct sockaddr_un *at, socklen_t len) {
    printf("%s: length %d", what, (int)len);
    if (len >= sizeof at->sun_family) printf(" family %s", at->sun_family == AF_UNIX ? "AF_UNIX" : "other");
    if (len > offsetof(struct sockaddr_un, sun_path)) {
        const char *name = at->sun_path;
        size_t size = len - offsetof(struct sockaddr_un, sun_path);
        printf(" name ");
        for (size_t i = 0; i < size && (i == 0 || name[i]); i++) putchar(name[i] ? name[i] : '@');
    }
    putchar('\n');
}

static inline void print_local(const char *what, int fd) {
    struct sockaddr_un at;
    socklen_t len = sizeof at;
    memset(&at, 0xee, sizeof at);
    REQUIRE(getsockname(fd, (struct sockaddr *)&at, &len));
    print_address(what, &at, len);
}

static inline void print_peer(const char *what, int fd) {
    struct sockaddr_un at;
    socklen_t len = sizeof at;
    memset(&at, 0xee, sizeof at);
    if (getpeername(fd, (struct sockaddr *)&at, &len) != 0) printf("%s: %s\n", what, errname(errno));
    else print_address(what, &at, len);
}

/// Receives into a text buffer, printing the text and the sender.
static inline void print_received(const char *what, int fd) {
    struct sockaddr_un from;
    socklen_t len = sizeof from;
    char text[64] = "";
    memset(&from, 0xee, sizeof from);
    ssize_t size = recvfrom(fd, text, sizeof text - 1, MSG_DONTWAIT, (struct sockaddr *)&from, &len);
    if (size < 0) {
        printf("%s: %s\n", what, errname(errno));
        return;
    }
    printf("%s: %d bytes '%s' ", what, (int)size, text);
    print_address("from", &from, len);
}

#endif
