// SPDX-License-Identifier: Apache-2.0

#ifndef NET_H
#define NET_H

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// What the network measurements share. A program under test talks to peer.c, which is native always, and prints the
// seconds that it took.

enum { BLOCK = 65536 };

/// Ends the program when a call has failed; gives its result.
static inline long check(long result, const char *what) {
    if (result < 0) perror(what), exit(1);
    return result;
}

/// Seconds on the monotonic clock.
static inline double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

/// A loopback address.
static inline struct sockaddr_in loopback(int port) {
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)};
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return a;
}

/// A connected socket, without delay of small writes.
static inline int connect_to(int port) {
    struct sockaddr_in at = loopback(port);
    int fd = check(socket(AF_INET, SOCK_STREAM, 0), "socket"), on = 1;
    check(connect(fd, (struct sockaddr *)&at, sizeof at), "connect");
    check(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "TCP_NODELAY");
    return fd;
}

/// A listening socket on a free port, which is printed.
static inline int listen_and_print(void) {
    struct sockaddr_in at = loopback(0);
    socklen_t len = sizeof at;
    int fd = check(socket(AF_INET, SOCK_STREAM, 0), "socket");
    check(bind(fd, (struct sockaddr *)&at, sizeof at), "bind");
    check(listen(fd, 128), "listen");
    check(getsockname(fd, (struct sockaddr *)&at, &len), "getsockname");
    printf("%d\n", ntohs(at.sin_port));
    fflush(stdout);
    return fd;
}

/// Writes all n bytes.
static inline void write_all(int fd, const void *buffer, size_t n) {
    for (size_t done = 0; done < n;) done += check(write(fd, (const char *)buffer + done, n - done), "write");
}

#endif
