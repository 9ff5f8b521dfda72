// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// The name localhost: a loopback address, a canonical name when asked for, and a server reached through it.

int main(void) {
    struct endpoint at;
    char port[8];
    int listener = listening_socket(AF_INET, &at), connected = 0;
    snprintf(port, sizeof port, "%d", port_of(&at));
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM, .ai_flags = AI_CANONNAME}, *list;
    int error = getaddrinfo("localhost", port, &hints, &list);
    if (error) return t_error("getaddrinfo: %s", gai_strerror(error)), 1;
    printf("canonical name %s\n", list->ai_canonname ? list->ai_canonname : "none");
    EXPECT(list->ai_next == NULL || list->ai_next->ai_canonname == NULL);
    for (struct addrinfo *a = list; a && !connected; a = a->ai_next) {
        int fd = REQUIRE(socket(a->ai_family, a->ai_socktype, a->ai_protocol));
        connected = connect(fd, a->ai_addr, a->ai_addrlen) == 0;
    }
    freeaddrinfo(list);
    SHOW(connected);
    SHOW_OK(accept(listener, NULL, NULL));
    return t_status;
}
