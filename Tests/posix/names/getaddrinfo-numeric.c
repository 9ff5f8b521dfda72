// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Literal addresses and port numbers need no lookup; hints choose what comes back.

static void lookup(const char *host, const char *service, int family, int type, int flags) {
    struct addrinfo hints = {.ai_family = family, .ai_socktype = type, .ai_flags = flags}, *list = NULL;
    int error = getaddrinfo(host, service, &hints, &list);
    printf("%s %s: %s\n", host ? host : "null", service ? service : "null", error ? "error" : "ok");
    for (struct addrinfo *a = error ? NULL : list; a; a = a->ai_next) {
        struct endpoint e = {.len = a->ai_addrlen};
        memcpy(&e.storage, a->ai_addr, a->ai_addrlen);
        printf("  %s port %d, length %d, family agrees %d, type %s, protocol %d\n", address_text(&e), port_of(&e),
               (int)a->ai_addrlen, a->ai_family == e.any.sa_family,
               a->ai_socktype == SOCK_STREAM ? "stream" : a->ai_socktype == SOCK_DGRAM ? "datagram" : "other",
               a->ai_protocol);
    }
    if (!error) freeaddrinfo(list);
}

int main(void) {
    lookup("127.0.0.1", "80", AF_UNSPEC, SOCK_STREAM, AI_NUMERICHOST | AI_NUMERICSERV);
    lookup("127.0.0.1", "80", AF_INET, SOCK_DGRAM, AI_NUMERICHOST);
    lookup("::1", "65535", AF_UNSPEC, SOCK_STREAM, AI_NUMERICHOST);
    lookup("2001:db8::ff00:42:8329", "0", AF_INET6, SOCK_STREAM, AI_NUMERICHOST);
    lookup("::ffff:1.2.3.4", NULL, AF_UNSPEC, SOCK_DGRAM, AI_NUMERICHOST);
    lookup("192.0.2.1", NULL, AF_UNSPEC, SOCK_STREAM, 0);
    lookup("127.1", "1", AF_INET, SOCK_STREAM, AI_NUMERICHOST);
    lookup("::1", "1", AF_INET, SOCK_STREAM, AI_NUMERICHOST);
    lookup("127.0.0.1", "1", AF_INET6, SOCK_STREAM, AI_NUMERICHOST);
    lookup("127.0.0.1", "1", AF_INET6, SOCK_STREAM, AI_NUMERICHOST | AI_V4MAPPED);
    lookup("name", "1", AF_UNSPEC, SOCK_STREAM, AI_NUMERICHOST);
    lookup("1.2.3.4.5", "1", AF_UNSPEC, SOCK_STREAM, AI_NUMERICHOST);
    lookup("", "1", AF_UNSPEC, SOCK_STREAM, AI_NUMERICHOST);
    return t_status;
}
