// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Listens where getaddrinfo(AI_PASSIVE) says and names its caller by getnameinfo.

int main(void) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *list;
    if (getaddrinfo(NULL, "0", &hints, &list)) return t_error("getaddrinfo"), 1;
    int listener = REQUIRE(socket(list->ai_family, list->ai_socktype, list->ai_protocol));
    REQUIRE(bind(listener, list->ai_addr, list->ai_addrlen));
    freeaddrinfo(list);
    REQUIRE(listen(listener, 4));
    struct endpoint at = local_of(listener), from = {.len = sizeof from.storage};
    printf("%d\n", port_of(&at));
    fflush(stdout);
    int peer = REQUIRE(accept(listener, &from.any, &from.len));
    char host[256] = "", port[16] = "";
    int error = getnameinfo(&from.any, from.len, host, sizeof host, port, sizeof port, NI_NUMERICHOST | NI_NUMERICSERV);
    printf("caller %s, port agrees %d, error %d\n", host, atoi(port) == port_of(&from), error);
    write_all(peer, "welcome", 7);
    return t_status;
}
