// SPDX-License-Identifier: Apache-2.0
//
// net connect|bind|listen|send ADDRESS PORT, net lookup NAME: makes one call and prints its error.
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int say(const char *what, int result) {
    printf("%s: %s\n", what, result < 0 ? strerror(errno) : "done");
    return result < 0 ? 1 : 0;
}

static int lookup(const char *name, struct addrinfo **list) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    int error = getaddrinfo(name, NULL, &hints, list);
    if (error != 0) printf("lookup: %s\n", gai_strerror(error));
    return error;
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    struct addrinfo *list;
    const char *what = argv[1];
    if (strcmp(what, "lookup") == 0) {
        if (lookup(argv[2], &list) != 0) return 1;
        printf("lookup: %s\n", inet_ntoa(((struct sockaddr_in *)list->ai_addr)->sin_addr));
        return 0;
    }
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(argc > 3 ? atoi(argv[3]) : 0)};
    if (inet_pton(AF_INET, argv[2], &address.sin_addr) != 1) {
        if (lookup(argv[2], &list) != 0) return 1;
        address.sin_addr = ((struct sockaddr_in *)list->ai_addr)->sin_addr;
    }
    int type = strcmp(what, "send") == 0 ? SOCK_DGRAM : SOCK_STREAM;
    int fd = socket(AF_INET, type, 0);
    if (fd < 0) return say("socket", fd);
    if (strcmp(what, "connect") == 0) return say(what, connect(fd, (struct sockaddr *)&address, sizeof address));
    if (strcmp(what, "bind") == 0) return say(what, bind(fd, (struct sockaddr *)&address, sizeof address));
    if (strcmp(what, "listen") == 0) return say(what, listen(fd, 1));
    if (strcmp(what, "send") == 0)
        return say(what, (int)sendto(fd, "x", 1, 0, (struct sockaddr *)&address, sizeof address));
    return 2;
}
