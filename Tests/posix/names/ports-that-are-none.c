// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <netdb.h>

// Numbers that are no ports: glibc takes the low bits, and makes a name of one that is negative in 32.

int main(void) {
    static const char *const services[] = {"65535", "65536", "65616", "131072", "2147483647", "2147483648", "4294967295", "4294967296",
                                           "4294967376", "18446744073709551615", "18446744073709551616", "-1", "-80", "+80", " 80", "-4294967216"};
    for (size_t i = 0; i < sizeof services / sizeof *services; i++) {
        for (int flags = AI_NUMERICHOST; flags <= (AI_NUMERICHOST | AI_NUMERICSERV); flags += AI_NUMERICSERV) {
            struct addrinfo hints = {.ai_flags = flags, .ai_socktype = SOCK_STREAM, .ai_family = AF_INET}, *list = NULL;
            int error = getaddrinfo("127.0.0.1", services[i], &hints, &list);
            printf("'%s'%s: %s", services[i], flags & AI_NUMERICSERV ? " as a number" : "", error ? gai_strerror(error) : "port");
            if (error == 0) printf(" %d", ntohs(((struct sockaddr_in *)list->ai_addr)->sin_port));
            printf("; of no host: %s\n", gai_strerror(getaddrinfo("no host", services[i], &hints, &(struct addrinfo *){NULL})));
            if (error == 0) freeaddrinfo(list);
        }
    }
    return t_status;
}
