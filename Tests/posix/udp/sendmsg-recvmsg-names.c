// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/uio.h>

// sendmsg to a name, recvmsg with a name: gathered, scattered, the name's length and the flags reported.

int main(void) {
    struct endpoint at, sender, from;
    int fd = bound_socket(AF_INET, SOCK_DGRAM, &at), other = bound_socket(AF_INET, SOCK_DGRAM, &sender);
    char a[3] = "", b[8] = "";
    struct iovec out[3] = {{"ab", 2}, {NULL, 0}, {"cdef", 4}}, in[3] = {{a, 2}, {NULL, 0}, {b, 7}};
    struct msghdr message = {.msg_name = &at.any, .msg_namelen = at.len, .msg_iov = out, .msg_iovlen = 3};
    SHOW(sendmsg(other, &message, 0));
    message = (struct msghdr){.msg_name = &from.storage, .msg_namelen = sizeof from.storage, .msg_iov = in,
                              .msg_iovlen = 3, .msg_flags = -1};
    SHOW(recvmsg(fd, &message, 0));
    printf("%s %s, name length %d, flags %d\n", a, b, (int)message.msg_namelen, message.msg_flags);
    EXPECT(same_endpoint(&from, &sender));
    message = (struct msghdr){.msg_name = &at.any, .msg_namelen = at.len};
    SHOW(sendmsg(other, &message, 0));
    message = (struct msghdr){.msg_iov = in, .msg_iovlen = 3};
    SHOW(recvmsg(fd, &message, 0));
    message = (struct msghdr){.msg_iov = out, .msg_iovlen = 1};
    SHOW(sendmsg(other, &message, 0));
    message.msg_namelen = 4;
    message.msg_name = &at.any;
    SHOW(sendmsg(other, &message, 0));
    return t_status;
}
