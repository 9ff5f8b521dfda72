// SPDX-License-Identifier: Apache-2.0

#ifndef TEST_H
#define TEST_H

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// What the programs here share. Each prints a transcript that is the same on every run (errors by name, never a port,
// a descriptor or a time) and returns t_status, so that a native run can be compared with a run under the host.

/// What main returns: 1 as soon as one check has failed.
static int t_status;

/// Notes a failed check; the run goes on.
#define t_error(...)                                                                                                   \
    (t_status = 1, printf("FAIL %s:%d: ", strrchr("/" __FILE__, '/') + 1, __LINE__), printf(__VA_ARGS__), printf("\n"))

/// A condition that must hold.
#define EXPECT(condition) ((condition) ? (void)0 : (void)t_error("%s (errno %s)", #condition, errname(errno)))

/// Two integers that must be equal; prints both when they are not.
#define EXPECT_EQ(a, b)                                                                                                \
    do {                                                                                                               \
        long long left_ = (a), right_ = (b);                                                                           \
        if (left_ != right_) t_error("%s is %lld, %s is %lld", #a, left_, #b, right_);                                 \
    } while (0)

/// Makes a call and prints its text with its result, or with the name of its errno. Gives the result.
#define SHOW(call) show(#call, (errno = 0, (long long)(call)), 1)

/// Like SHOW for results that vary from run to run, such as descriptors: prints "ok".
#define SHOW_OK(call) show(#call, (errno = 0, (long long)(call)), 0)

/// Makes a call that the test cannot do without; ends the program when it fails. Gives the result.
#define REQUIRE(call) require(#call, __LINE__, (errno = 0, (long long)(call)))

/// The symbolic name of an errno value.
static inline const char *errname(int error) {
    static const struct {
        int value;
        const char *name;
    } names[] = {
#define NAME(error) {error, #error}
        NAME(EACCES),       NAME(EADDRINUSE),  NAME(EADDRNOTAVAIL), NAME(EAFNOSUPPORT), NAME(EAGAIN),
        NAME(EALREADY),     NAME(EBADF),       NAME(EBUSY),         NAME(ECONNABORTED), NAME(ECONNREFUSED),
        NAME(ECONNRESET),   NAME(EDEADLK),     NAME(EDESTADDRREQ), NAME(EDOM),         NAME(EEXIST),       NAME(EFAULT),
        NAME(EFBIG),        NAME(EHOSTUNREACH), NAME(EILSEQ),       NAME(EINPROGRESS),  NAME(EINTR),
        NAME(EINVAL),       NAME(EIO),         NAME(EISCONN),       NAME(EISDIR),       NAME(ELOOP),
        NAME(EMFILE),       NAME(EMLINK),      NAME(EMSGSIZE),      NAME(ENAMETOOLONG), NAME(ENETUNREACH),
        NAME(ENOBUFS),      NAME(ENODEV),      NAME(ENOENT),        NAME(ENOMEM),       NAME(ENOPROTOOPT),
        NAME(ENOSPC),       NAME(ENOSYS),      NAME(ENOTCONN),      NAME(ENOTDIR),      NAME(ENOTEMPTY),
        NAME(ENOTSOCK),     NAME(EOPNOTSUPP),  NAME(ENOTTY),        NAME(ENXIO),        NAME(EOVERFLOW),
        NAME(EPERM),        NAME(EPIPE),       NAME(EPROTO),        NAME(EPROTONOSUPPORT), NAME(EPROTOTYPE),
        NAME(ERANGE),       NAME(EROFS),       NAME(ESPIPE),        NAME(ETIMEDOUT),    NAME(ETXTBSY),
        NAME(EXDEV),        NAME(ESRCH),        NAME(ECHILD),
#ifdef ESOCKTNOSUPPORT
        NAME(ESOCKTNOSUPPORT),
#endif
#undef NAME
    };
    if (error == 0) return "0";
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].value == error) return names[i].name;
    static char unnamed[32];
    snprintf(unnamed, sizeof unnamed, "errno %d", error);
    return unnamed;
}

/// SHOW's and SHOW_OK's function.
static inline long long show(const char *call, long long result, int exact) {
    int error = errno;
    if (result == -1)
        printf("%s: %s\n", call, errname(error));
    else if (exact)
        printf("%s = %lld\n", call, result);
    else
        printf("%s: ok\n", call);
    errno = error;
    return result;
}

/// REQUIRE's function.
static inline long long require(const char *call, int line, long long result) {
    if (result != -1) return result;
    printf("FAIL line %d: %s: %s\n", line, call, errname(errno));
    exit(1);
}

// Addresses.

/// A socket address with its length.
struct endpoint {
    socklen_t len;
    union {
        struct sockaddr any;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
        struct sockaddr_storage storage;
    };
};

/// The loopback address of a family, with a port in host order.
static inline struct endpoint loopback(int family, int port) {
    struct endpoint e;
    memset(&e, 0, sizeof e);
    if (family == AF_INET6) {
        e.len = sizeof e.v6;
        e.v6.sin6_family = AF_INET6;
        e.v6.sin6_port = htons(port);
        e.v6.sin6_addr = in6addr_loopback;
    } else {
        e.len = sizeof e.v4;
        e.v4.sin_family = AF_INET;
        e.v4.sin_port = htons(port);
        e.v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    }
    return e;
}

/// The address that a socket is bound to.
static inline struct endpoint local_of(int fd) {
    struct endpoint e = {.len = sizeof e.storage};
    REQUIRE(getsockname(fd, &e.any, &e.len));
    return e;
}

/// An endpoint's port in host order.
static inline int port_of(const struct endpoint *e) {
    return ntohs(e->any.sa_family == AF_INET6 ? e->v6.sin6_port : e->v4.sin_port);
}

/// Whether two endpoints have the same family, address and port.
static inline int same_endpoint(const struct endpoint *a, const struct endpoint *b) {
    if (a->any.sa_family != b->any.sa_family || port_of(a) != port_of(b)) return 0;
    if (a->any.sa_family == AF_INET6) return memcmp(&a->v6.sin6_addr, &b->v6.sin6_addr, 16) == 0;
    return a->v4.sin_addr.s_addr == b->v4.sin_addr.s_addr;
}

/// An endpoint's address as text, without its port.
static inline const char *address_text(const struct endpoint *e) {
    static char text[4][INET6_ADDRSTRLEN];
    static int next;
    char *out = text[next++ % 4];
    const void *bytes = e->any.sa_family == AF_INET6 ? (const void *)&e->v6.sin6_addr : (const void *)&e->v4.sin_addr;
    return inet_ntop(e->any.sa_family, bytes, out, INET6_ADDRSTRLEN) ? out : "?";
}

// Sockets.

/// A socket bound to a free loopback port, and its address.
static inline int bound_socket(int family, int type, struct endpoint *at) {
    int fd = REQUIRE(socket(family, type, 0));
    *at = loopback(family, 0);
    REQUIRE(bind(fd, &at->any, at->len));
    *at = local_of(fd);
    return fd;
}

/// A TCP socket listening on a free loopback port, and its address.
static inline int listening_socket(int family, struct endpoint *at) {
    int fd = bound_socket(family, SOCK_STREAM, at);
    REQUIRE(listen(fd, 16));
    return fd;
}

/// Two ends of a TCP connection over loopback: pair[0] connected, pair[1] accepted.
static inline void connected_pair(int family, int pair[2]) {
    struct endpoint at;
    int listener = listening_socket(family, &at);
    pair[0] = REQUIRE(socket(family, SOCK_STREAM, 0));
    REQUIRE(connect(pair[0], &at.any, at.len));
    pair[1] = REQUIRE(accept(listener, NULL, NULL));
    REQUIRE(close(listener));
}

/// Sets or clears O_NONBLOCK.
static inline void set_nonblocking(int fd, int on) {
    int flags = REQUIRE(fcntl(fd, F_GETFL));
    REQUIRE(fcntl(fd, F_SETFL, on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK));
}

/// Waits until a descriptor has one of the events; gives what poll reported, 0 after ten seconds without any.
static inline int wait_for(int fd, int events) {
    struct pollfd p = {.fd = fd, .events = events};
    int ready = poll(&p, 1, 10000);
    if (ready != 1) t_error("poll gave %d, errno %s", ready, errname(errno));
    return ready == 1 ? p.revents : 0;
}

/// Poll events by name, such as "IN|HUP".
static inline const char *events_text(int events) {
    static char text[4][64];
    static int next;
    static const struct {
        int bit;
        const char *name;
    } bits[] = {
        {POLLIN, "IN"},     {POLLPRI, "PRI"},   {POLLOUT, "OUT"},
#ifdef POLLRDHUP
        {POLLRDHUP, "RDHUP"},
#endif
        {POLLERR, "ERR"},   {POLLHUP, "HUP"},   {POLLNVAL, "NVAL"},
    };
    char *out = text[next++ % 4];
    strcpy(out, events ? "" : "none");
    for (size_t i = 0; i < sizeof bits / sizeof bits[0]; i++) {
        if (!(events & bits[i].bit)) continue;
        if (*out) strcat(out, "|");
        strcat(out, bits[i].name);
        events &= ~bits[i].bit;
    }
    if (events) strcat(out, "|other");
    return out;
}

/// Reads until n bytes or the end; gives how many came.
static inline size_t read_all(int fd, void *buffer, size_t n) {
    size_t done = 0;
    while (done < n) {
        ssize_t got = read(fd, (char *)buffer + done, n - done);
        if (got < 0) t_error("read: %s", errname(errno));
        if (got <= 0) break;
        done += got;
    }
    return done;
}

/// Writes all n bytes.
static inline void write_all(int fd, const void *buffer, size_t n) {
    size_t done = 0;
    while (done < n) done += REQUIRE(write(fd, (const char *)buffer + done, n - done));
}

// Data and time.

/// Byte number `index` of an endless stream that does not repeat in step with any buffer size.
static inline unsigned char pattern(size_t index) {
    unsigned long x = (unsigned long)index * 2654435761u;
    return (x >> 13) ^ (x >> 5);
}

/// Continues an FNV-1a checksum over n bytes; start from CHECKSUM_START.
#define CHECKSUM_START 2166136261u
static inline unsigned checksum(unsigned sum, const void *buffer, size_t n) {
    const unsigned char *bytes = buffer;
    for (size_t i = 0; i < n; i++) sum = (sum ^ bytes[i]) * 16777619u;
    return sum;
}

/// Milliseconds on the monotonic clock.
// How much earlier than asked for a wait may end that the kernel counts in ticks of 100 Hz (SO_SNDTIMEO, SO_RCVTIMEO), as
// now_ms() tells it.
#define TICK_MS 11

static inline long long now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

#endif
