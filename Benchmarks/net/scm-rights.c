// SPDX-License-Identifier: Apache-2.0

#include "net.h"

#include <sys/uio.h>

// scm-rights COUNT: a descriptor there and the copy of it back, the copies closed.

// Sends a descriptor.
static void give(int through, int fd) {
    char byte = 'x';
    struct iovec iov = {&byte, 1};
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control = {.space = {0}};
    struct msghdr message = {
        .msg_iov = &iov, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.space};
    struct cmsghdr *item = CMSG_FIRSTHDR(&message);
    item->cmsg_level = SOL_SOCKET;
    item->cmsg_type = SCM_RIGHTS;
    item->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(item), &fd, sizeof fd);
    check(sendmsg(through, &message, 0), "sendmsg");
}

// Receives one.
static int take(int through) {
    char byte;
    int fd;
    struct iovec iov = {&byte, 1};
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control;
    struct msghdr message = {
        .msg_iov = &iov, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.space};
    check(recvmsg(through, &message, 0), "recvmsg");
    struct cmsghdr *item = CMSG_FIRSTHDR(&message);
    if (!item || item->cmsg_type != SCM_RIGHTS) exit(1);
    memcpy(&fd, CMSG_DATA(item), sizeof fd);
    return fd;
}

int main(int argc, char **argv) {
    int ends[2], passed[2];
    check(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), "socketpair");
    check(pipe(passed), "pipe");
    double began = now();
    for (int count = atoi(argv[1]); count > 0; count--) {
        give(ends[0], passed[0]);
        int there = take(ends[1]);
        give(ends[1], there);
        int back = take(ends[0]);
        close(there);
        close(back);
    }
    printf("%.6f\n", now() - began);
    return 0;
}
