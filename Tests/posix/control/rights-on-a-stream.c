// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// On a stream, descriptors stay with their bytes: reading stops between two messages that carry some.

int main(void) {
    int pair[2], got[2], cut, count;
    char text[16];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    SHOW(send(pair[0], "ab", 2, 0));
    SHOW(send_descriptors(pair[0], &pair[0], 1));
    SHOW(send_descriptors(pair[0], &pair[1], 1));
    SHOW(send(pair[0], "cd", 2, 0));
    for (int i = 0; i < 3; i++) {
        struct message m;
        message_init(&m, CMSG_LEN(2 * sizeof(int)));
        m.iov = (struct iovec){text, sizeof text};
        SHOW(recvmsg(pair[1], &m.head, MSG_DONTWAIT));
        printf("control: %d flags: %d\n", CMSG_FIRSTHDR(&m.head) != NULL, m.head.msg_flags);
    }
    SHOW(send_descriptors(pair[0], pair, 2));
    count = SHOW(receive_descriptors(pair[1], got, 2, MSG_PEEK, &cut));
    for (int i = 0; i < count; i++) SHOW(close(got[i]));
    count = SHOW(receive_descriptors(pair[1], got, 2, 0, &cut));
    for (int i = 0; i < count; i++) SHOW(close(got[i]));
    return t_status;
}
