// SPDX-License-Identifier: Apache-2.0
#include <netdb.h>
#include <stdlib.h>

// Each entry is an allocation of its own, so that a part of a list can be freed.

void freeaddrinfo(struct addrinfo *list) {
    while (list != NULL) {
        struct addrinfo *next = list->ai_next;
        free(list->ai_canonname);
        free(list);
        list = next;
    }
}
