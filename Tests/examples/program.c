// SPDX-License-Identifier: Apache-2.0
//
// What Examples/Embedding's Sandbox runs: shows what it was given, and tries two addresses, of which one is permitted.
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *try_port(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    int result = connect(fd, (struct sockaddr *)&address, sizeof address);
    int error = errno;
    close(fd);
    return result == 0 ? "connected" : error == EACCES ? "refused by the policy" : "permitted, nobody listens";
}

int main(int argc, char **argv) {
    printf("LANG=%s, %d arguments, the last is %s\n", getenv("LANG"), argc, argv[argc - 1]);
    printf("can read here: %d, can write: %d\n", access("program.wasm", R_OK) == 0, fopen("new", "w") != NULL);
    printf("port 9: %s\n", try_port(9));
    fflush(stdout);
    printf("port 10: %s\n", try_port(10));
    return 7;
}
