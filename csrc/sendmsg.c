// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <sys/socket.h>

#include "internal.h"

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    if (!__net_inside(message, sizeof *message)) return __net_ret(__net_fault(fd));
    struct msghdr copy = *message;
    if (copy.msg_namelen == 0) copy.msg_name = NULL;
    // Unlike sendto, which refuses it, Linux cuts an address that is longer than any.
    if (copy.msg_namelen > sizeof(struct sockaddr_storage) && copy.msg_namelen <= INT_MAX)
        copy.msg_namelen = sizeof(struct sockaddr_storage);
    return __net_send(fd, &copy, flags, __net_check_message(message));
}
