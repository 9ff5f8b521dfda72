// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <sys/socket.h>

#include "internal.h"

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    if (!__net_inside(message, sizeof *message)) return __net_ret(__net_unless_no_socket(fd, EFAULT));
    const struct sockaddr *addr = message->msg_namelen != 0 ? message->msg_name : NULL;
    socklen_t len = message->msg_namelen;
    // Unlike sendto, which refuses it, Linux cuts an address that is longer than any.
    if (len > sizeof(struct sockaddr_storage) && len <= INT_MAX) len = sizeof(struct sockaddr_storage);
    int32_t error = __net_check_message(message);
    // The address, the vectors and the control messages are copied in this order, before anybody looks at them.
    const void *next = error == EMSGSIZE ? addr : message->msg_control;
    size_t size = error == EMSGSIZE ? len : message->msg_controllen;
    if (len <= INT_MAX && size > 0 && size <= INT_MAX && (next != NULL || error != EMSGSIZE) && !__net_inside(next, size))
        return __net_ret(__net_unless_no_socket(fd, EFAULT));
    return __net_send(fd, message->msg_iov, message->msg_iovlen, flags, addr, len, message, error);
}
