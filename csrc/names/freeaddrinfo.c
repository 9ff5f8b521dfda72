// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>

#include "lookup.h"

// Each entry is an allocation of its own, so that a part of a list can be freed.

struct entry *__net_kept_entry;

void freeaddrinfo(struct addrinfo *list) {
    while (list != NULL) {
        struct addrinfo *next = list->ai_next;
        if (list->ai_canonname != NULL) free(list->ai_canonname);
        struct entry *other = __atomic_exchange_n(&__net_kept_entry, (struct entry *)list, __ATOMIC_ACQ_REL);
        if (other != NULL) free(other);
        list = next;
    }
}
