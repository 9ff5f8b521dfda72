// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// Results are the program's: many at once, freed in any order, in parts, and after others were made in between.

#define LISTS 20

static struct addrinfo *look_up(int number, int type) {
    struct addrinfo hints = {.ai_socktype = type, .ai_flags = AI_NUMERICHOST | (number & 1 ? AI_CANONNAME : 0)}, *list = NULL;
    char host[64], port[16];
    sprintf(host, number % 3 ? "192.0.2.%d" : "2001:db8::%x", number);
    sprintf(port, "%d", 1000 + number);
    EXPECT_EQ(getaddrinfo(host, port, &hints, &list), 0);
    return list;
}

static const char *type_name(int type) { return type == SOCK_STREAM ? "stream" : type == SOCK_DGRAM ? "datagram" : "raw"; }

static void print_list(const struct addrinfo *list) {
    for (; list != NULL; list = list->ai_next) {
        struct endpoint e = {.len = list->ai_addrlen};
        memcpy(&e.storage, list->ai_addr, list->ai_addrlen);
        printf(" %s port %d %s protocol %d flags %#x %s", address_text(&e), port_of(&e), type_name(list->ai_socktype), list->ai_protocol,
               (unsigned)list->ai_flags, list->ai_canonname ? list->ai_canonname : "-");
        if (list->ai_family == AF_INET6) {
            const struct sockaddr_in6 *in6 = (const void *)list->ai_addr;
            EXPECT(in6->sin6_flowinfo == 0 && in6->sin6_scope_id == 0);
        }
    }
    printf("\n");
}

int main(void) {
    struct addrinfo *lists[LISTS];
    for (int i = 0; i < LISTS; i++) lists[i] = look_up(i, i % 4 ? SOCK_STREAM : 0);
    for (int i = 0; i < LISTS; i += 2) freeaddrinfo(lists[i]);
    for (int i = 0; i < LISTS; i += 2) lists[i] = look_up(i + 50, i % 4 ? SOCK_DGRAM : 0);
    for (int i = 0; i < LISTS; i++) print_list(lists[i]);

    // In parts: the rest of a list, then its first entry.
    struct addrinfo *rest = lists[0]->ai_next;
    EXPECT(rest != NULL);
    lists[0]->ai_next = NULL;
    freeaddrinfo(rest);
    rest = look_up(99, SOCK_STREAM);
    print_list(lists[0]);
    print_list(rest);
    for (int i = LISTS - 1; i >= 0; i--) freeaddrinfo(lists[i]);
    print_list(rest);
    freeaddrinfo(rest);

    // What was freed is written anew as a whole: another family, no port, other flags.
    for (int i = 0; i < 4; i++) {
        struct addrinfo hints = {.ai_socktype = i & 1 ? SOCK_DGRAM : SOCK_STREAM, .ai_flags = i & 2 ? AI_PASSIVE : 0}, *list;
        EXPECT_EQ(getaddrinfo(i & 1 ? "::" : "0.0.0.0", i & 2 ? "65535" : NULL, &hints, &list), 0);
        print_list(list);
        memset(list->ai_addr, 0xff, list->ai_addrlen);
        freeaddrinfo(list);
    }
    return t_status;
}
