// SPDX-License-Identifier: Apache-2.0

// Compiled against wasi-libc's headers alone, with their numbers for events and shutdown; linked with the shim.
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

int connected_pair(int pair[2]);

int main(void) {
    int pair[2];
    char byte;
    struct stat status;
    if (connected_pair(pair) != 0) return 1;
    struct pollfd entry = {.fd = pair[0], .events = POLLIN | POLLOUT};
    printf("poll = %d, out only: %d\n", poll(&entry, 1, 0), entry.revents == POLLOUT);
    printf("send = %d\n", (int)send(pair[1], "x", 1, 0));
    printf("shutdown = %d\n", shutdown(pair[1], SHUT_WR));
    printf("recv = %d\n", (int)recv(pair[0], &byte, 1, MSG_PEEK));
    printf("recv = %d\n", (int)recv(pair[0], &byte, 1, 0));
    entry.events = POLLIN;
    printf("poll = %d, in only: %d\n", poll(&entry, 1, 1000), entry.revents == POLLIN);
    printf("recv at the end = %d\n", (int)recv(pair[0], &byte, 1, 0));
    printf("send back = %d\n", (int)send(pair[0], "y", 1, 0));
    printf("socket: %d\n", fstat(pair[0], &status) == 0 && S_ISSOCK(status.st_mode));
    printf("read and write: %d\n", (fcntl(pair[0], F_GETFL) & O_ACCMODE) == O_RDWR);
    printf("close = %d\n", close(pair[0]));
    printf("close again = %d, EBADF: %d\n", close(pair[0]), errno == EBADF);
    return 0;
}
