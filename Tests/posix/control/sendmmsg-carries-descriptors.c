// SPDX-License-Identifier: Apache-2.0

#include "control.h"

// Several messages with one call, each with its own control messages.

int main(void) {
    int pair[2];
    struct message sent[3], got[3];
    struct mmsghdr out[3], in[3];
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
    for (int i = 0; i < 3; i++) {
        message_init(&sent[i], 0);
        sent[i].byte = (char)('0' + i);
        if (i != 1) add_control(&sent[i], SOL_SOCKET, SCM_RIGHTS, pair, sizeof *pair);
        out[i] = (struct mmsghdr){.msg_hdr = sent[i].head};
        in[i] = (struct mmsghdr){.msg_hdr = *message_init(&got[i], sizeof got[i].control)};
    }
    SHOW(sendmmsg(pair[0], out, 3, 0));
    SHOW(recvmmsg(pair[1], in, 3, 0, NULL));
    for (int i = 0; i < 3; i++) {
        got[i].head = in[i].msg_hdr;
        printf("%c: %u, rights %d\n", got[i].byte, in[i].msg_len, find_control(&got[i], SOL_SOCKET, SCM_RIGHTS) != NULL);
    }
    return t_status;
}
