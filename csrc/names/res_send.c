// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "resolver.h"

// A question sent to each name server in turn until one has an answer: as a datagram, and over a connection when the
// answer was cut or the state says so.

struct exchange {
    const unsigned char *query;
    int query_size;
    unsigned char *answer;
    int room;
    int64_t deadline; // of the monotonic clock
    bool heard;       // a server was there, whatever it said
};

// --- Whether it is an answer ---

// The question at `*place` as wire name, type and class; false: it is none.
static bool question(const unsigned char *message, int size, const unsigned char **place, char *name, unsigned *kind) {
    const unsigned char *end = message + size;
    int taken = ns_name_uncompress(message, end, *place, name, NS_MAXDNAME);
    if (taken < 0 || end - *place - taken < NS_QFIXEDSZ) return false;
    *kind = (unsigned)ns_get32(*place + taken);
    *place += taken + NS_QFIXEDSZ;
    return true;
}

static bool same_questions(const unsigned char *a, int a_size, const unsigned char *b, int b_size) {
    const unsigned char *in_a = a + NS_HFIXEDSZ, *in_b = b + NS_HFIXEDSZ;
    unsigned count = ns_get16(a + 4), kind_a, kind_b;
    char name_a[NS_MAXDNAME], name_b[NS_MAXDNAME];
    if (ns_get16(b + 4) != count) return false;
    for (; count > 0; count--) {
        if (!question(a, a_size, &in_a, name_a, &kind_a) || !question(b, b_size, &in_b, name_b, &kind_b)) return false;
        if (kind_a != kind_b || ns_samename(name_a, name_b) != 1) return false;
    }
    return true;
}

static bool is_answer(const struct exchange *exchange, int size) {
    const unsigned char *answer = exchange->answer;
    int inside = size < exchange->room ? size : exchange->room;
    return inside >= NS_HFIXEDSZ && memcmp(answer, exchange->query, 2) == 0 && answer[2] & 0x80 &&
           same_questions(exchange->query, exchange->query_size, answer, inside);
}

// Whether another server might know more.
static bool is_refusal(const unsigned char *answer) {
    int code = answer[3] & 15;
    return code == ns_r_servfail || code == ns_r_notimpl || code == ns_r_refused;
}

// --- Waiting ---

// False: the time is over, with ETIMEDOUT, or waiting failed.
static bool wait_for(const struct exchange *exchange, int fd, short events) {
    struct pollfd record = {.fd = fd, .events = events};
    while (1) {
        int64_t left = exchange->deadline - __net_now();
        int64_t milliseconds = left <= 0 ? 0 : (left + 999999) / 1000000;
        int ready = poll(&record, 1, milliseconds < INT32_MAX ? (int)milliseconds : INT32_MAX);
        if (ready > 0) return true;
        if (ready == 0) errno = ETIMEDOUT;
        if (ready == 0 || errno != EINTR) return false;
    }
}

static int open_to(const struct exchange *exchange, int type, const struct sockaddr *server, socklen_t length) {
    int error = 0, fd = socket(server->sa_family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    socklen_t size = sizeof error;
    if (fd < 0) return -1;
    if (connect(fd, server, length) == 0) return fd;
    if (errno == EINPROGRESS && wait_for(exchange, fd, POLLOUT) &&
        getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0)
        return fd;
    if (error != 0) errno = error;
    error = errno;
    close(fd);
    errno = error;
    return -1;
}

// --- Over UDP ---

static int receive_datagram(struct exchange *exchange, int fd) {
    while (wait_for(exchange, fd, POLLIN)) {
        ssize_t size = recv(fd, exchange->answer, (size_t)exchange->room, 0);
        if (size < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (size < 0) return -1;
        exchange->heard = true;
        if (is_answer(exchange, (int)size)) return (int)size;
    }
    return -1;
}

static int ask_by_datagram(struct exchange *exchange, const struct sockaddr *server, socklen_t length) {
    int fd = open_to(exchange, SOCK_DGRAM, server, length), got = -1;
    if (fd < 0) return -1;
    if (send(fd, exchange->query, (size_t)exchange->query_size, MSG_NOSIGNAL) == exchange->query_size)
        got = receive_datagram(exchange, fd);
    int error = errno;
    close(fd);
    errno = error;
    return got;
}

// --- Over TCP: each message after its length ---

static bool send_all(const struct exchange *exchange, int fd) {
    unsigned char length[NS_INT16SZ];
    struct iovec parts[2] = {{length, sizeof length}, {(void *)(uintptr_t)exchange->query, (size_t)exchange->query_size}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    ns_put16((unsigned)exchange->query_size, length);
    while (parts[1].iov_len > 0) {
        ssize_t sent = sendmsg(fd, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR) return false;
        if (sent < 0 && !wait_for(exchange, fd, POLLOUT)) return false;
        for (int i = 0; i < 2 && sent > 0; i++) {
            size_t part = (size_t)sent < parts[i].iov_len ? (size_t)sent : parts[i].iov_len;
            parts[i].iov_base = (char *)parts[i].iov_base + part;
            parts[i].iov_len -= part;
            sent -= (ssize_t)part;
        }
    }
    return true;
}

static bool receive_all(const struct exchange *exchange, int fd, unsigned char *buffer, size_t size) {
    while (size > 0) {
        ssize_t got = recv(fd, buffer, size, 0);
        if (got < 0 && errno != EAGAIN && errno != EINTR) return false;
        if (got < 0 && !wait_for(exchange, fd, POLLIN)) return false;
        if (got == 0) return errno = ECONNRESET, false;
        if (got > 0) buffer += got, size -= (size_t)got;
    }
    return true;
}

// What does not fit is read, so that the server need not fail, and the answer marked as cut.
static int receive_message(const struct exchange *exchange, int fd) {
    unsigned char prefix[NS_INT16SZ];
    if (!receive_all(exchange, fd, prefix, sizeof prefix)) return -1;
    int size = (int)ns_get16(prefix), inside = size < exchange->room ? size : exchange->room;
    if (size < NS_HFIXEDSZ) return errno = EMSGSIZE, -1;
    if (!receive_all(exchange, fd, exchange->answer, (size_t)inside)) return -1;
    if (inside < size) exchange->answer[2] |= 2;
    unsigned char rest[512];
    for (int left = size - inside; left > 0; left -= (int)sizeof rest)
        if (!receive_all(exchange, fd, rest, (size_t)left < sizeof rest ? (size_t)left : sizeof rest)) return -1;
    return size;
}

static int ask_by_connection(struct exchange *exchange, const struct sockaddr *server, socklen_t length) {
    int fd = open_to(exchange, SOCK_STREAM, server, length), got = -1;
    if (fd < 0) return -1;
    exchange->heard = true;
    if (send_all(exchange, fd)) got = receive_message(exchange, fd);
    if (got >= 0 && !is_answer(exchange, got)) got = -1;
    int error = errno;
    close(fd);
    errno = error;
    return got;
}

// --- All servers ---

static const struct sockaddr *server_at(res_state state, int index, socklen_t *length) {
    const struct sockaddr_in *v4 = &state->nsaddr_list[index];
    const struct sockaddr_in6 *v6 = state->_u._ext.nsaddrs[index];
    *length = v4->sin_family == AF_INET || v6 == NULL ? sizeof *v4 : sizeof *v6;
    return v4->sin_family == AF_INET || v6 == NULL ? (const void *)v4 : (const void *)v6;
}

// Later servers are given twice the time each, shared between them: BIND's schedule.
static int64_t patience(res_state state, int turn) {
    int64_t seconds = (int64_t)state->retrans << turn;
    if (turn > 0) seconds /= state->nscount;
    return (seconds > 0 ? seconds : 1) * 1000000000;
}

static int ask(res_state state, struct exchange *exchange, int index, int turn) {
    socklen_t length;
    const struct sockaddr *server = server_at(state, index, &length);
    int got = -1;
    bool connected = state->options & RES_USEVC || exchange->query_size > NS_PACKETSZ;
    exchange->deadline = __net_now() + patience(state, turn);
    if (!connected) {
        got = ask_by_datagram(exchange, server, length);
        if (got < 0 || !(exchange->answer[2] & 2) || state->options & RES_IGNTC) return got;
        exchange->deadline = __net_now() + patience(state, turn);
    }
    return ask_by_connection(exchange, server, length);
}

int res_nsend(res_state state, const unsigned char *query, int size, unsigned char *answer, int room) {
    struct exchange exchange = {query, size, answer, room, 0, false};
    if (state->nscount <= 0 || state->nscount > MAXNS) return __net_ret(ESRCH);
    if (room < NS_HFIXEDSZ || size < NS_HFIXEDSZ) return __net_ret(EINVAL);
    int first = state->options & RES_ROTATE ? rand() % state->nscount : 0;
    for (int attempt = 0; attempt < state->retry; attempt++) {
        int forbidden = 0;
        for (int turn = 0; turn < state->nscount; turn++) {
            int got = ask(state, &exchange, (first + turn) % state->nscount, turn);
            if (got >= 0 && !is_refusal(answer)) return got;
            if (got < 0 && errno == EACCES) forbidden++;
            if (got < 0 && errno == ETIMEDOUT) exchange.heard = true;
        }
        // No later attempt will be allowed what this one was not.
        if (forbidden == state->nscount) return __net_ret(EACCES);
    }
    return __net_ret(exchange.heard ? ETIMEDOUT : ECONNREFUSED);
}
