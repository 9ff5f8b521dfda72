// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Names and indices of network interfaces.

unsigned int if_nametoindex(const char *name) {
    __wasi_network_t network;
    uint32_t index = 0;
    int32_t error = __net_network(&network);
    if (error == 0) error = __wasi_net_interface_index(network, name, strnlen(name, IF_NAMESIZE), &index);
    return __net_ret(error) == 0 ? index : 0;
}

char *if_indextoname(unsigned int index, char *name) {
    __wasi_network_t network;
    uint32_t length = 0;
    char buffer[IF_NAMESIZE];
    int32_t error = __net_network(&network);
    if (error == 0) error = __wasi_net_interface_name(network, index, buffer, sizeof buffer - 1, &length);
    if (error == 0 && length >= sizeof buffer) error = ENXIO;
    if (__net_ret(error) != 0) return NULL;
    memcpy(name, buffer, length);
    name[length] = '\0';
    return name;
}

// The host tells of one index at a time. They are small numbers; this is how far is looked.
#define LAST_INDEX 255

struct listing {
    struct if_nameindex entries[LAST_INDEX + 1];
    char names[LAST_INDEX][IF_NAMESIZE];
};

// One allocation, which the entries come first in.
struct if_nameindex *if_nameindex(void) {
    size_t count = 0;
    struct listing *listing = calloc(1, sizeof *listing);
    if (listing == NULL) return NULL;
    for (unsigned int index = 1; index <= LAST_INDEX; index++) {
        if (if_indextoname(index, listing->names[count]) != NULL) {
            listing->entries[count].if_index = index;
            listing->entries[count].if_name = listing->names[count];
            count++;
        } else if (errno != ENXIO) {
            free(listing);
            return NULL;
        }
    }
    return listing->entries;
}

void if_freenameindex(struct if_nameindex *entries) { free(entries); }
