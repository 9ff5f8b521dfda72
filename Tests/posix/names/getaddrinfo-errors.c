// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Each wrong question has its own error.

static const char *name(int error) {
    switch (error) {
    case 0: return "ok";
    case EAI_BADFLAGS: return "EAI_BADFLAGS";
    case EAI_FAMILY: return "EAI_FAMILY";
    case EAI_NONAME: return "EAI_NONAME";
    case EAI_SERVICE: return "EAI_SERVICE";
    case EAI_SOCKTYPE: return "EAI_SOCKTYPE";
    default: return "another error";
    }
}

static void lookup(const char *what, const char *host, const char *service, struct addrinfo hints) {
    struct addrinfo *list = NULL;
    int error = getaddrinfo(host, service, &hints, &list);
    printf("%s: %s\n", what, name(error));
    if (!error) freeaddrinfo(list);
}

int main(void) {
    struct addrinfo stream = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST}, hints = stream;
    lookup("nothing asked", NULL, NULL, stream);
    lookup("a name where a number must be", "localhost", "80", stream);
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    lookup("a service name where a number must be", "127.0.0.1", "http", hints);
    lookup("an unknown service", "127.0.0.1", "no-such-service", stream);
    hints = stream;
    hints.ai_family = 99;
    lookup("an unknown family", "127.0.0.1", "80", hints);
    hints = stream;
    hints.ai_flags = 0x40000000;
    lookup("unknown flags", "127.0.0.1", "80", hints);
    hints = stream;
    hints.ai_protocol = IPPROTO_UDP;
    lookup("udp over a stream", "127.0.0.1", "80", hints);
    hints = stream;
    hints.ai_flags = AI_CANONNAME;
    lookup("the canonical name of nothing", NULL, "80", hints);
    return t_status;
}
