// SPDX-License-Identifier: Apache-2.0

// The other object of the program of plain.c, compiled with the shim's headers.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int connected_pair(int pair[2]);

int connected_pair(int pair[2]) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof at;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&at, len) != 0 || listen(listener, 1) != 0) return -1;
    if (getsockname(listener, (struct sockaddr *)&at, &len) != 0) return -1;
    pair[0] = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(pair[0], (struct sockaddr *)&at, len) != 0) return -1;
    pair[1] = accept(listener, NULL, NULL);
    return close(listener);
}
