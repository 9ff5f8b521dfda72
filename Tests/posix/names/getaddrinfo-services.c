// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Services by name, and how many answers a socket type leaves.

static void lookup(const char *service, int type) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = type, .ai_flags = AI_NUMERICHOST}, *list;
    int streams = 0, datagrams = 0, port = -1, error = getaddrinfo("127.0.0.1", service, &hints, &list);
    printf("%s, %s: ", service, type == SOCK_STREAM ? "stream" : type == SOCK_DGRAM ? "datagram" : "any");
    if (error) {
        printf("error\n");
        return;
    }
    for (struct addrinfo *a = list; a; a = a->ai_next) {
        streams += a->ai_socktype == SOCK_STREAM && a->ai_protocol == IPPROTO_TCP;
        datagrams += a->ai_socktype == SOCK_DGRAM && a->ai_protocol == IPPROTO_UDP;
        port = ntohs(((struct sockaddr_in *)a->ai_addr)->sin_port);
    }
    freeaddrinfo(list);
    printf("port %d, %d streams, %d datagrams\n", port, streams, datagrams);
}

int main(void) {
    lookup("http", SOCK_STREAM);
    lookup("domain", SOCK_DGRAM);
    lookup("domain", 0);
    lookup("smtp", SOCK_STREAM);
    lookup("tftp", SOCK_DGRAM);
    lookup("tftp", SOCK_STREAM);
    lookup("443", 0);
    lookup("-1", SOCK_STREAM);
    lookup("80x", SOCK_STREAM);
    return t_status;
}
