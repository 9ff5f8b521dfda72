// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/socket.h>

#include "internal.h"

ssize_t recvmsg(int fd, struct msghdr *message, int flags) {
    if (!__net_inside(message, sizeof *message)) return __net_ret(__net_unless_no_socket(fd, EFAULT));
    return __net_receive(fd, message->msg_iov, message->msg_iovlen, flags, 0, message->msg_name, &message->msg_namelen,
                         message, __net_check_message(message));
}
