// SPDX-License-Identifier: Apache-2.0
//
// What waiting calls do when a signal is there. The kernel looks at what there is to do before it looks at signals: a
// read of what has arrived, an event, a nonblocking call are never EINTR. ck_wait_syscall looks at signals first, so
// that it cannot miss one; here comes what the kernel would have done before it waited.
#define _GNU_SOURCE
#include "CKernel.h"

#include <limits.h>

static intptr_t negated(long result) { return result < 0 ? -errno : result; }

static bool is_nonblocking(int fd) { return fcntl(fd, F_GETFL) & O_NONBLOCK; }

static bool is_ready(int fd, short events) {
    struct pollfd record = {.fd = fd, .events = events};
    return poll(&record, 1, 0) > 0;
}

intptr_t ck_poll_despite_signal(struct pollfd *records, size_t count) {
    struct timespec none = {0};
    intptr_t result = negated(syscall(SYS_ppoll, records, count, &none, NULL, 0));
    return result != 0 ? result : -EINTR;
}

intptr_t ck_epoll_despite_signal(int set, void *events, int capacity, bool waits) {
    intptr_t result = negated(syscall(SYS_epoll_pwait, set, events, capacity, 0, NULL, 0));
    return result != 0 || !waits ? result : -EINTR;
}

intptr_t ck_read_despite_signal(int fd, const struct iovec *vectors, int count) {
    if (!is_ready(fd, POLLIN) && !is_nonblocking(fd)) return -EINTR;
    return negated(count == 1 ? read(fd, vectors->iov_base, vectors->iov_len) : readv(fd, vectors, count));
}

/// Whether a write of these to `fd` is done at once: to a file, and of what fits into the room that a pipe has.
static bool writes_at_once(int fd, const struct iovec *vectors, int count) {
    struct stat status;
    size_t size = 0;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) return true;
    for (int index = 0; index < count && size <= PIPE_BUF; index++) size += vectors[index].iov_len;
    return size <= PIPE_BUF && is_ready(fd, POLLOUT);
}

intptr_t ck_write_despite_signal(int fd, const struct iovec *vectors, int count) {
    if (!is_nonblocking(fd) && !writes_at_once(fd, vectors, count)) return -EINTR;
    return negated(count == 1 ? write(fd, vectors->iov_base, vectors->iov_len) : writev(fd, vectors, count));
}

intptr_t ck_message_despite_signal(int number, int fd, const struct msghdr *message, int flags) {
    intptr_t result = negated(syscall(number, fd, message, flags | MSG_DONTWAIT));
    return result == -EAGAIN && !(flags & MSG_DONTWAIT) && !is_nonblocking(fd) ? -EINTR : result;
}

_Static_assert(sizeof(struct ck_message) == sizeof(struct mmsghdr), "one layout");
_Static_assert(offsetof(struct ck_message, byte_count) == offsetof(struct mmsghdr, msg_len), "one layout");

intptr_t ck_messages_despite_signal(int number, int fd, struct ck_message *messages, unsigned int count, int flags) {
    intptr_t result = negated(syscall(number, fd, messages, count, flags | MSG_DONTWAIT, NULL));
    return result == -EAGAIN && !(flags & MSG_DONTWAIT) && !is_nonblocking(fd) ? -EINTR : result;
}

intptr_t ck_sendto_despite_signal(int fd, const struct iovec *vector, int flags, const struct sockaddr *address,
                                  socklen_t length) {
    struct msghdr message = {.msg_name = (void *)(uintptr_t)address,
                             .msg_namelen = length,
                             .msg_iov = (struct iovec *)(uintptr_t)vector,
                             .msg_iovlen = 1};
    intptr_t result;
    do result = ck_sendmsg(fd, &message, flags);
    while (result == -EINTR && !ck_signals_ready());
    return result;
}

intptr_t ck_recvfrom_despite_signal(int fd, const struct iovec *vector, int flags, struct sockaddr *address,
                                    socklen_t *length) {
    struct msghdr message = {.msg_name = address,
                             .msg_namelen = address ? *length : 0,
                             .msg_iov = (struct iovec *)(uintptr_t)vector,
                             .msg_iovlen = 1};
    intptr_t result;
    do result = ck_recvmsg(fd, &message, flags);
    while (result == -EINTR && !ck_signals_ready());
    if (address && result >= 0) *length = message.msg_namelen;
    return result;
}

intptr_t ck_accept_despite_signal(int fd, struct sockaddr *address, socklen_t *length, int flags) {
    if (!is_ready(fd, POLLIN) && !is_nonblocking(fd)) return -EINTR;
    return negated(accept4(fd, address, length, flags));
}

/// A connection that is interrupted goes on being made, and so it is to be begun.
intptr_t ck_connect_despite_signal(int fd, const struct sockaddr *address, socklen_t length) {
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0 || flags & O_NONBLOCK) return negated(connect(fd, address, length));
    fcntl(fd, F_SETFL, flags | O_NONBLOCK);
    intptr_t result = negated(connect(fd, address, length));
    fcntl(fd, F_SETFL, flags);
    return result == -EINPROGRESS || result == -EALREADY || result == -EAGAIN ? -EINTR : result;
}
