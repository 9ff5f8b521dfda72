// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>

#include "transfer.h"

// Sending and receiving in general: addresses of all families, control messages, flags, and what is wrong with them.

// POSIX answers EMSGSIZE where readv and writev say EINVAL.
int32_t __net_check_message(const struct msghdr *message) {
    const struct iovec *iov = message->msg_iov;
    // Nearly every message has one.
    if (message->msg_iovlen == 1 && __net_inside(iov, sizeof *iov) && iov->iov_base != NULL && iov->iov_len <= SSIZE_MAX)
        return 0;
    int32_t error = __net_check_iovecs(iov, message->msg_iovlen);
    return error == EINVAL ? EMSGSIZE : error;
}

// Sends what was refused once more, without control messages of levels that the socket does not look at: they may be
// anything. `size` is that of all.
static __attribute__((__noinline__)) ssize_t send_what_concerns(int fd, const struct iovec *iovs, int count, int flags,
                                                                const __wasi_net_address_t *address,
                                                                const struct msghdr *message, size_t size) {
    unsigned char room[NET_CONTROL_ROOM], *control;
    size_t left;
    int32_t error = __net_control_in(message, fd, room, &control, &left);
    if (error != 0) return __net_ret(error);
    ssize_t sent = left == size ? __net_ret(EINVAL) : net_call_send(fd, iovs, count, flags, address, control, left);
    if (control != room) free(control);
    return sent;
}

// `address` is null, or where the message goes.
static inline ssize_t send_message(int fd, const struct iovec *iovs, int count, int flags,
                                   const __wasi_net_address_t *address, const struct msghdr *message) {
    if (message == NULL || message->msg_controllen == 0) return net_call_send(fd, iovs, count, flags, address, NULL, 0);
    unsigned char room[NET_CONTROL_ROOM], *control;
    size_t size;
    int32_t error = __net_control_in(message, -1, room, &control, &size);
    if (error != 0) return __net_ret(__net_unless_no_socket(fd, error));
    ssize_t sent = net_call_send(fd, iovs, count, flags, address, control, size);
    if (control != room) free(control);
    if (sent < 0 && errno == EINVAL) return send_what_concerns(fd, iovs, count, flags, address, message, size);
    return sent;
}

// Datagrams but those of IPv6 have no urgent bytes, which Linux says before it looks at addresses.
static bool refuses_oob(int fd) {
    int type;
    int32_t domain = 0;
    uint32_t size = sizeof domain;
    if (__net_socket_type(fd, &type) != 0 || type != SOCK_DGRAM) return false;
    return __wasi_socket_get_option(fd, __WASI_SOCKET_OPTION_DOMAIN, &domain, &size) == 0 && domain != __WASI_NET_FAMILY_INET6;
}

static __attribute__((__noinline__)) ssize_t send_to_any(int fd, const struct iovec *iovs, int count, int flags,
                                                         const struct sockaddr *addr, socklen_t len,
                                                         const struct msghdr *message) {
    __wasi_net_address_t address;
    enum net_use use = flags & MSG_FASTOPEN ? NET_SEND_CONNECTING : NET_SEND;
    bool is_ipv6 = len >= sizeof(struct sockaddr_in6) && __net_inside(addr, len) && addr->sa_family == AF_INET6;
    address.family = __WASI_NET_FAMILY_UNSPEC;
    int32_t error = is_ipv6 ? __net_address_in(addr, len, &address) : __net_address_for(fd, use, addr, len, &address);
    if (error != 0 && error != EFAULT && flags & MSG_OOB && len <= sizeof(struct sockaddr_storage) && refuses_oob(fd)) error = ENOTSUP;
    // To IPv6's datagrams one of no family is another thing than none.
    bool addressed = address.family != __WASI_NET_FAMILY_UNSPEC || use == NET_SEND_CONNECTING || len >= sizeof(sa_family_t);
    ssize_t sent = error != 0 ? __net_ret(__net_unless_no_socket(fd, error))
                              : send_message(fd, iovs, count, flags, addressed ? &address : NULL, message);
    __net_address_done(&address);
    return sent;
}

// The addresses of nearly every call are read without asking what the socket is: the host finds out whether they fit.
ssize_t __net_send(int fd, const struct iovec *iovs, int count, int flags, const struct sockaddr *addr, socklen_t len,
                   const struct msghdr *message, int32_t error) {
    __wasi_net_ip_address_t ip;
    if (error == EFAULT && __net_inside(iovs, (size_t)count * sizeof *iovs)) {
        struct iovec copy[count];
        __net_without_null(copy, iovs, count);
        return __net_send(fd, copy, count, flags, addr, len, message, 0);
    }
    if (error != 0) return __net_ret(__net_unless_no_socket(fd, error));
    if (addr == NULL) return send_message(fd, iovs, count, flags, NULL, message);
    if (!net_read_inet(addr, len, &ip)) return send_to_any(fd, iovs, count, flags, addr, len, message);
    return send_message(fd, iovs, count, flags, (const __wasi_net_address_t *)&ip, message);
}

bool __net_plain_message(const struct msghdr *message, __wasi_net_message_t *record, __wasi_net_address_t *address) {
    const struct sockaddr *addr = message->msg_name;
    socklen_t len = message->msg_namelen;
    if (message->msg_controllen != 0 || __net_check_message(message) != 0) return false;
    *record = (__wasi_net_message_t){.iovs = (const __wasi_iovec_t *)message->msg_iov,
                                     .iovs_count = (size_t)message->msg_iovlen};
    if (addr == NULL || len == 0) return true;
    record->address = address;
    if (net_read_inet(addr, len, &address->ip)) return true;
    return len >= sizeof(struct sockaddr_in6) && __net_inside(addr, len) && addr->sa_family == AF_INET6 &&
           __net_address_in(addr, len, address) == 0;
}

// Whether the address of a sender could be written.
static bool has_room(const struct msghdr *message) {
    socklen_t len = message->msg_namelen;
    if (len > INT_MAX) return false;
    return len == 0 || __net_inside(message->msg_name, len < sizeof(struct sockaddr_storage) ? len : sizeof(struct sockaddr_storage));
}

bool __net_message_in(const struct msghdr *message, __wasi_net_message_t *record, __wasi_net_address_t *address) {
    if (__net_check_message(message) != 0) return false;
    *record = (__wasi_net_message_t){.iovs = (const __wasi_iovec_t *)message->msg_iov,
                                     .iovs_count = (size_t)message->msg_iovlen};
    if (message->msg_name != NULL) {
        if (!has_room(message)) return false;
        record->address = address;
    }
    if (message->msg_controllen > 0) {
        record->control = message->msg_control;
        record->control_length = message->msg_controllen;
        return __net_inside(record->control, record->control_length);
    }
    return true;
}

void __net_message_result(struct msghdr *message, void *control, const __wasi_net_received_t *received) {
    if (received->control_length > 0) __net_control_out(control, received->control_length);
    message->msg_controllen = received->control_length;
    message->msg_flags = received->flags != 0 ? __net_received_flags(received->flags) : 0;
}

void __net_message_out(const __wasi_net_message_t *record, struct msghdr *message) {
    if (record->address != NULL) __net_address_out(record->address, message->msg_name, &message->msg_namelen);
    __net_message_result(message, record->control, &record->result);
}

ssize_t __net_receive(int fd, const struct iovec *iovs, int count, int flags, uint32_t wasi_flags, struct sockaddr *addr,
                      socklen_t *len, struct msghdr *message, int32_t error) {
    void *control = NULL;
    size_t control_size = 0;
    if (error == 0 && addr != NULL && message != NULL && *len > INT_MAX) error = EINVAL;
    if (message != NULL && message->msg_controllen > 0) {
        // Where none can be written, none are.
        if (__net_inside(message->msg_control, message->msg_controllen)) {
            control = message->msg_control;
            control_size = message->msg_controllen;
        }
    }
    if (error == EFAULT && __net_inside(iovs, (size_t)count * sizeof *iovs)) {
        struct iovec copy[count];
        __net_without_null(copy, iovs, count);
        return __net_receive(fd, copy, count, flags, wasi_flags, addr, len, message, 0);
    }
    if (error != 0) return __net_ret(__net_unless_no_socket(fd, error));
    if (flags != 0) wasi_flags |= __net_receive_flags(flags);
    return net_call_receive(fd, iovs, count, wasi_flags, addr, len, control, control_size, message);
}
