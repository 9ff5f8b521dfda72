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
    return __net_send(fd, message->msg_iov, message->msg_iovlen, flags, addr, len, message,
                      __net_check_message(message));
}
