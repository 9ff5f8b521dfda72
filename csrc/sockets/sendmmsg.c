// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#include "internal.h"

// Several messages with one call, and with one import.

// As many fit on the stack.
enum { FEW = 32 };

// Sends those messages from the first on that are plain. Returns how many these are; `*error` and `*sent` say what became of them.
static unsigned int send_plain(int fd, struct mmsghdr *messages, unsigned int count, unsigned int flags, int32_t *error,
                               uint32_t *sent) {
    __wasi_net_message_t records[FEW];
    __wasi_net_address_t addresses[FEW];
    unsigned int plain = 0;
    if (count > FEW) count = FEW;
    while (plain < count && __net_inside(&messages[plain], sizeof *messages) &&
           __net_plain_message(&messages[plain].msg_hdr, &records[plain], &addresses[plain]))
        plain++;
    *sent = 0;
    *error = 0;
    if (plain == 0) return 0;
    uint32_t wasi_flags = flags != 0 ? __net_send_flags((int)flags) : 0;
    NET_RESTARTING(*error, fd, true, __wasi_socket_send_messages(fd, records, plain, wasi_flags, sent));
    for (unsigned int i = 0; i < *sent; i++) messages[i].msg_len = records[i].result.size;
    return plain;
}

// Whether all of a message was sent: as on Linux, what comes after a part is not tried.
static bool is_whole(const struct msghdr *message, size_t sent) {
    size_t size = 0;
    for (int i = 0; i < message->msg_iovlen; i++) size += message->msg_iov[i].iov_len;
    return sent == size;
}

// Like Linux, what went before a failure counts, and the failure is left to the next call to find. Messages of a stream are
// sent one by one: there a failure is a signal too.
int sendmmsg(int fd, struct mmsghdr *messages, unsigned int count, unsigned int flags) {
    unsigned int done = 0;
    bool may_be_plain = count > 1 && !(flags & MSG_FASTOPEN);
    if (count == 0) return __net_ret(__net_unless_no_socket(fd, 0));
    if (count > IOV_MAX) count = IOV_MAX;
    while (done < count) {
        int32_t error;
        uint32_t sent;
        unsigned int plain = may_be_plain ? send_plain(fd, messages + done, count - done, flags, &error, &sent) : 0;
        may_be_plain = may_be_plain && (plain == 0 || error != ENOTSUP);
        if (plain > 0 && error != ENOTSUP) {
            if (error != 0 && done == 0) return (int)__net_ret_transfer(error, 0, -1);
            done += sent;
            if (sent < plain) break;
            continue;
        }
        ssize_t size = sendmsg(fd, &messages[done].msg_hdr, (int)flags);
        if (size < 0) break;
        messages[done].msg_len = (unsigned int)size;
        if (!is_whole(&messages[done++].msg_hdr, (size_t)size)) break;
    }
    return done > 0 ? (int)done : -1;
}

// Where the records of a call are: of many in memory that is freed after it.
struct room {
    __wasi_net_message_t *records;
    __wasi_net_address_t *addresses;
    unsigned int capacity;
};

// Receives the messages from the first on that nothing is wrong with, as many as there is room for: `*done` of `*asked`.
static int32_t receive_plain(int fd, const struct room *room, struct mmsghdr *messages, unsigned int count,
                             uint32_t wasi_flags, uint64_t *timeout, uint32_t *asked, uint32_t *done) {
    int32_t error;
    unsigned int plain = 0;
    if (count > room->capacity) count = room->capacity;
    while (plain < count && __net_inside(&messages[plain], sizeof *messages) &&
           __net_message_in(&messages[plain].msg_hdr, &room->records[plain], &room->addresses[plain]))
        plain++;
    *asked = plain;
    *done = 0;
    NET_RESTARTING(error, fd, false,
                   __wasi_socket_receive_messages(fd, room->records, plain, wasi_flags, timeout, done));
    for (unsigned int i = 0; i < *done; i++) {
        __net_message_out(&room->records[i], &messages[i].msg_hdr);
        messages[i].msg_len = room->records[i].result.size;
    }
    return error;
}

static int receive_all(int fd, const struct room *room, struct mmsghdr *messages, unsigned int count, unsigned int flags,
                       uint64_t *timeout) {
    uint32_t one_only = flags & MSG_WAITFORONE ? __WASI_NET_MSG_WAITFORONE : 0;
    unsigned int done = 0;
    flags &= ~(unsigned int)MSG_WAITFORONE;
    do {
        uint32_t asked, some, wasi_flags = flags != 0 ? __net_receive_flags((int)flags) : 0;
        int32_t error = receive_plain(fd, room, messages + done, count - done, wasi_flags | one_only, timeout, &asked, &some);
        if (error != 0) return done > 0 ? (int)done : (int)__net_ret_transfer(error, 0, -1);
        done += some;
        if (some < asked || done == count || (timeout != NULL && *timeout == 0)) break;
        if (asked == 0) {
            // What is wrong with this one is for recvmsg to find out.
            ssize_t size = recvmsg(fd, &messages[done].msg_hdr, (int)flags);
            if (size < 0) return done > 0 ? (int)done : -1;
            messages[done++].msg_len = (unsigned int)size;
        }
        if (one_only) flags |= MSG_DONTWAIT;
    } while (done < count);
    return (int)done;
}

int recvmmsg(int fd, struct mmsghdr *messages, unsigned int count, unsigned int flags, struct timespec *timeout) {
    __wasi_net_message_t records[FEW];
    __wasi_net_address_t addresses[FEW];
    struct room room = {records, addresses, FEW};
    void *memory = NULL;
    int64_t given = 0;
    if (timeout != NULL) {
        int32_t error = __net_nanoseconds(timeout, &given);
        if (error != 0) return __net_ret(error);
    }
    if (count > FEW) {
        unsigned int many = count < __WASI_NET_MESSAGES_MAX ? count : __WASI_NET_MESSAGES_MAX;
        memory = malloc(many * (sizeof *records + sizeof *addresses));
        if (memory != NULL)
            room = (struct room){memory, (__wasi_net_address_t *)((__wasi_net_message_t *)memory + many), many};
    }
    uint64_t left = (uint64_t)given;
    int done = receive_all(fd, &room, messages, count, flags, timeout != NULL ? &left : NULL);
    free(memory);
    if (timeout != NULL && done > 0) {
        // What is left of the time, which may be longer than nanoseconds can say.
        int64_t passed = given - (int64_t)left;
        timeout->tv_sec -= passed / 1000000000;
        timeout->tv_nsec -= (long)(passed % 1000000000);
        if (timeout->tv_nsec < 0) {
            timeout->tv_sec--;
            timeout->tv_nsec += 1000000000;
        }
    }
    return done;
}
