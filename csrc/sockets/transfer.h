// SPDX-License-Identifier: Apache-2.0

// The calls of the imports that send and receive one message, for the six functions of POSIX. They are inline: of what a
// program waits for when it sends many small messages, the shim's own steps are a part.
#ifndef NETWASI_TRANSFER_H
#define NETWASI_TRANSFER_H

#include <limits.h>
#include <netinet/in.h>
#include <string.h>

#include "internal.h"

_Static_assert(sizeof(struct iovec) == sizeof(__wasi_iovec_t), "iovecs cross as they are");
_Static_assert(offsetof(struct iovec, iov_len) == offsetof(__wasi_iovec_t, buf_len), "iovecs cross as they are");

/// Sends, with control messages as records.
static inline ssize_t net_call_send(int fd, const struct iovec *iovs, int count, int flags,
                                    const __wasi_net_address_t *address, const unsigned char *control,
                                    size_t control_size) {
    uint32_t sent;
    int32_t error;
    uint32_t wasi_flags = flags & ~MSG_NOSIGNAL ? __net_send_flags(flags) : 0;
    NET_RESTARTING(error, fd, true,
                   __wasi_socket_send(fd, (const __wasi_ciovec_t *)iovs, (size_t)count, wasi_flags, address, control,
                                      control_size, &sent));
    return error == 0 ? (ssize_t)sent : __net_ret_transfer(error, 0, flags & MSG_NOSIGNAL ? -1 : fd);
}

/// Reads an IPv4 address into a record, of which nobody reads more than is written. False: it is another address, or bad.
static inline bool net_read_inet(const struct sockaddr *addr, socklen_t len, __wasi_net_ip_address_t *ip) {
    if (len < sizeof(struct sockaddr_in) || len > sizeof(struct sockaddr_storage) || !__net_inside(addr, len) ||
        addr->sa_family != AF_INET)
        return false;
    const struct sockaddr_in *in = (const struct sockaddr_in *)addr;
    ip->family = __WASI_NET_FAMILY_INET;
    ip->port = __builtin_bswap16(in->sin_port);
    memcpy(ip->address, &in->sin_addr, 4);
    return true;
}

/// Receives. `message`, which may be null, gets control messages and flags.
static inline ssize_t net_call_receive(int fd, const struct iovec *iovs, int count, uint32_t wasi_flags,
                                       struct sockaddr *addr, socklen_t *len, void *control, size_t control_size,
                                       struct msghdr *message) {
    __wasi_net_address_t address;
    __wasi_net_received_t received;
    int32_t error;
    NET_RESTARTING(error, fd, false,
                   __wasi_socket_receive(fd, (const __wasi_iovec_t *)iovs, (size_t)count, wasi_flags,
                                         addr != NULL ? &address : NULL, control, control_size, &received));
    if (error != 0) return __net_ret_transfer(error, 0, -1);
    if (addr != NULL && (error = __net_address_out(&address, addr, len)) != 0) return __net_ret(error);
    if (message != NULL) __net_message_result(message, control, &received);
    return (ssize_t)received.size;
}

#endif
