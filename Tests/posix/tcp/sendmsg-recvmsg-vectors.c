// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/uio.h>

// sendmsg gathers and recvmsg scatters; on a connected stream no name and no control data come back.

int main(void) {
    int pair[2];
    char a[3] = "", b[16] = "";
    connected_pair(AF_INET, pair);
    struct iovec out[3] = {{"hello", 5}, {", ", 2}, {"world", 5}};
    struct msghdr message = {.msg_iov = out, .msg_iovlen = 3};
    SHOW(sendmsg(pair[0], &message, 0));
    wait_for(pair[1], POLLIN);
    struct endpoint from = {.len = sizeof from.storage};
    char control[64];
    struct iovec in[2] = {{a, 2}, {b, 15}};
    message = (struct msghdr){.msg_name = &from.storage, .msg_namelen = from.len, .msg_iov = in, .msg_iovlen = 2,
                              .msg_control = control, .msg_controllen = sizeof control, .msg_flags = -1};
    SHOW(recvmsg(pair[1], &message, 0));
    printf("%s %s, name length %d, control length %d, flags %d\n", a, b, (int)message.msg_namelen,
           (int)message.msg_controllen, message.msg_flags);
    message.msg_iovlen = 0;
    SHOW(sendmsg(pair[0], &message, 0));
    SHOW(recvmsg(pair[1], &message, MSG_DONTWAIT));
    return t_status;
}
