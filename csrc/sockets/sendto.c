// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>

#include "transfer.h"

ssize_t sendto(int fd, const void *buf, size_t size, int flags, const struct sockaddr *addr, socklen_t len) {
    struct iovec iov = {.iov_base = __net_buffer(buf, size), .iov_len = size};
    __wasi_net_ip_address_t ip;
    // Nearly every call: no flags of note, to nobody or to an IPv4 address.
    if (!(flags & ~MSG_NOSIGNAL) && size <= SSIZE_MAX) {
        if (addr == NULL) return net_call_send(fd, &iov, 1, flags, NULL, NULL, 0);
        if (net_read_inet(addr, len, &ip)) return net_call_send(fd, &iov, 1, flags, (const __wasi_net_address_t *)&ip, NULL, 0);
    }
    return __net_send(fd, &iov, 1, flags, addr, len, NULL, __net_check_size(size));
}
