// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/uio.h>

// Every way of writing fails with EPIPE once the own writing side is shut.

int main(void) {
    int pair[2];
    char byte = 'x';
    struct iovec iov = {&byte, 1};
    struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1};
    connected_pair(AF_INET, pair);
    SHOW(shutdown(pair[0], SHUT_WR));
    SHOW(send(pair[0], &byte, 1, MSG_NOSIGNAL));
    SHOW(sendto(pair[0], &byte, 1, MSG_NOSIGNAL, NULL, 0));
    SHOW(sendmsg(pair[0], &message, MSG_NOSIGNAL));
    SHOW(shutdown(pair[0], SHUT_WR));
    SHOW(shutdown(pair[0], SHUT_RDWR));
    return t_status;
}
