// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "net.h"

// udp-batches COUNT: datagrams of 100 bytes, sixteen with one sendmmsg, which one recvmmsg receives before the next.

enum { BATCH = 16, SIZE = 100 };

int main(int argc, char **argv) {
    static char packets[BATCH][SIZE];
    struct iovec pieces[BATCH];
    struct mmsghdr out[BATCH] = {0}, in[BATCH] = {0};
    struct sockaddr_in at = loopback(0), from[BATCH];
    socklen_t len = sizeof at;
    int receiver = check(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    int sender = check(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    check(bind(receiver, (struct sockaddr *)&at, len), "bind");
    check(getsockname(receiver, (struct sockaddr *)&at, &len), "getsockname");
    for (int i = 0; i < BATCH; i++) {
        pieces[i] = (struct iovec){packets[i], SIZE};
        out[i].msg_hdr = (struct msghdr){.msg_name = &at, .msg_namelen = len, .msg_iov = &pieces[i], .msg_iovlen = 1};
    }
    double began = now();
    for (int count = atoi(argv[1]); count > 0; count -= BATCH) {
        for (int i = 0; i < BATCH; i++)
            in[i].msg_hdr = (struct msghdr){
                .msg_name = &from[i], .msg_namelen = sizeof from[i], .msg_iov = &pieces[i], .msg_iovlen = 1};
        if (check(sendmmsg(sender, out, BATCH, 0), "sendmmsg") != BATCH) return 1;
        if (check(recvmmsg(receiver, in, BATCH, 0, NULL), "recvmmsg") != BATCH) return 1;
        if (in[BATCH - 1].msg_len != SIZE) return 1;
    }
    printf("%.6f\n", now() - began);
    return 0;
}
