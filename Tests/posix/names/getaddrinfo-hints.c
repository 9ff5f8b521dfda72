// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Null hints, AI_ADDRCONFIG, and the protocol's influence on what comes back.

static void count(const char *what, const char *host, const char *service, const struct addrinfo *hints) {
    struct addrinfo *list;
    int error = getaddrinfo(host, service, hints, &list), streams = 0, datagrams = 0, v4 = 0, v6 = 0;
    if (error) {
        printf("%s: %s\n", what, error == EAI_NONAME ? "EAI_NONAME" : error == EAI_SERVICE ? "EAI_SERVICE" : "error");
        return;
    }
    for (struct addrinfo *a = list; a; a = a->ai_next) {
        if (a->ai_socktype != SOCK_STREAM && a->ai_socktype != SOCK_DGRAM) continue;
        a->ai_socktype == SOCK_STREAM ? streams++ : datagrams++;
        a->ai_family == AF_INET ? v4++ : v6++;
    }
    freeaddrinfo(list);
    printf("%s: %d streams, %d datagrams, %d of IPv4, %d of IPv6\n", what, streams, datagrams, v4, v6);
}

int main(void) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_flags = AI_ADDRCONFIG | AI_NUMERICHOST};
    count("no hints", "127.0.0.1", "80", NULL);
    count("no hints, v6", "::1", "80", NULL);
    count("no service", "127.0.0.1", NULL, NULL);
    count("address configured", "127.0.0.1", "80", &hints);
    hints = (struct addrinfo){.ai_protocol = IPPROTO_TCP, .ai_flags = AI_NUMERICHOST};
    count("tcp", "127.0.0.1", "80", &hints);
    hints.ai_protocol = IPPROTO_UDP;
    count("udp", "127.0.0.1", "80", &hints);
    hints = (struct addrinfo){.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    count("localhost", "localhost", "http", &hints);
    return t_status;
}
