// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/uio.h>

#include "internal.h"

// Sending and receiving: the one place that calls the imports for the six functions of POSIX.

_Static_assert(sizeof(struct iovec) == sizeof(__wasi_iovec_t), "iovecs cross as they are");
_Static_assert(offsetof(struct iovec, iov_len) == offsetof(__wasi_iovec_t, buf_len), "iovecs cross as they are");

// POSIX answers EMSGSIZE where readv and writev say EINVAL.
int32_t __net_check_message(const struct msghdr *message) {
    int32_t error = __net_check_iovecs(message->msg_iov, message->msg_iovlen);
    return error == EINVAL ? EMSGSIZE : error;
}

static ssize_t refuse(int fd, int32_t error) {
    int type;
    int32_t socket_error = __net_socket_type(fd, &type);
    return __net_ret(socket_error != 0 ? socket_error : error);
}

static bool is_stream(int fd) {
    int type;
    return __net_socket_type(fd, &type) == 0 && type == SOCK_STREAM;
}

// Where a message goes. The addresses of nearly every call are read without asking what the socket is: the host finds out
// whether they fit.
static int32_t destination(int fd, const struct msghdr *message, int flags, __wasi_net_address_t *address) {
    const struct sockaddr *addr = message->msg_name;
    socklen_t len = message->msg_namelen;
    if (len <= sizeof(struct sockaddr_storage) && len >= sizeof(struct sockaddr_in) && __net_inside(addr, len) &&
        (addr->sa_family == AF_INET || (addr->sa_family == AF_INET6 && len >= sizeof(struct sockaddr_in6))))
        return __net_address_in(addr, len, address);
    return __net_address_for(fd, flags & MSG_FASTOPEN ? NET_SEND_CONNECTING : NET_SEND, addr, len, address);
}

ssize_t __net_send(int fd, const struct msghdr *message, int flags, int32_t error) {
    __wasi_net_address_t address; // 124 bytes, of which most calls use few
    uint32_t sent = 0;
    address.family = __WASI_NET_FAMILY_UNSPEC;
    bool addressed = message->msg_name != NULL;
    if (error == 0 && addressed) error = destination(fd, message, flags, &address);
    if (address.family == __WASI_NET_FAMILY_UNSPEC && !(flags & MSG_FASTOPEN)) addressed = false;
    unsigned char *control = NULL;
    size_t control_size = 0;
    if (error == 0 && message->msg_controllen > 0) error = __net_control_in(message, &control, &control_size);
    if (error != 0) {
        __net_address_done(&address);
        return refuse(fd, error);
    }
    uint32_t wasi_flags = flags & ~MSG_NOSIGNAL ? __net_send_flags(flags) : 0;
    NET_RESTARTING(error, fd, true,
                   __wasi_socket_send(fd, (const __wasi_ciovec_t *)message->msg_iov, (size_t)message->msg_iovlen,
                                      wasi_flags, addressed ? &address : NULL, control, control_size, &sent));
    if (control != NULL) free(control);
    if (addressed) __net_address_done(&address);
    if (error == 0) return (ssize_t)sent;
    bool signals = error == EPIPE && !(flags & MSG_NOSIGNAL) && is_stream(fd);
    return __net_ret_transfer(error, sent, signals);
}

ssize_t __net_receive(int fd, struct msghdr *message, int flags, uint32_t wasi_flags, int32_t error) {
    __wasi_net_address_t address;
    __wasi_net_received_t received = {0, 0, 0};
    bool named = message->msg_name != NULL;
    if (error == 0 && named) error = __net_check_room(message->msg_name, &message->msg_namelen, true);
    if (error == 0 && message->msg_controllen > 0 && !__net_inside(message->msg_control, message->msg_controllen))
        error = EFAULT;
    if (error != 0) return refuse(fd, error);
    if (flags != 0) wasi_flags |= __net_receive_flags(flags);
    void *control = message->msg_controllen > 0 ? message->msg_control : NULL;
    NET_RESTARTING(error, fd, false,
                   __wasi_socket_receive(fd, (const __wasi_iovec_t *)message->msg_iov, (size_t)message->msg_iovlen,
                                         wasi_flags, named ? &address : NULL, control, message->msg_controllen,
                                         &received));
    if (error != 0) return __net_ret_transfer(error, 0, false);
    if (named) __net_address_out(&address, message->msg_name, &message->msg_namelen);
    if (received.control_length > 0) __net_control_out(message->msg_control, received.control_length);
    message->msg_controllen = received.control_length;
    message->msg_flags = received.flags != 0 ? __net_received_flags(received.flags) : 0;
    return (ssize_t)received.size;
}
