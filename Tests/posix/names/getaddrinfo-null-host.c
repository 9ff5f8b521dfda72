// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Without a host: the loopback addresses to connect to, the any addresses with AI_PASSIVE to bind to.

static void lookup(int family, int flags) {
    struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_STREAM, .ai_flags = flags}, *list;
    int error = getaddrinfo(NULL, "8080", &hints, &list), v4 = 0, v6 = 0;
    if (error) {
        t_error("getaddrinfo: %s", gai_strerror(error));
        return;
    }
    for (struct addrinfo *a = list; a; a = a->ai_next) {
        struct endpoint e = {.len = a->ai_addrlen};
        memcpy(&e.storage, a->ai_addr, a->ai_addrlen);
        const char *wanted = a->ai_family == AF_INET ? flags & AI_PASSIVE ? "0.0.0.0" : "127.0.0.1"
                                                     : flags & AI_PASSIVE ? "::" : "::1";
        if (strcmp(address_text(&e), wanted)) t_error("%s, not %s", address_text(&e), wanted);
        EXPECT_EQ(port_of(&e), 8080);
        a->ai_family == AF_INET ? v4++ : v6++;
    }
    freeaddrinfo(list);
    printf("family %s, passive %d: %d of IPv4, %d of IPv6\n", family == AF_INET ? "4" : family == AF_INET6 ? "6" : "any",
           (flags & AI_PASSIVE) != 0, v4, v6);
}

int main(void) {
    const int families[] = {AF_UNSPEC, AF_INET, AF_INET6};
    for (int i = 0; i < 3; i++) {
        lookup(families[i], 0);
        lookup(families[i], AI_PASSIVE);
    }
    return t_status;
}
