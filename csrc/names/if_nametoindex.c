// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>

#include "interfaces.h"

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

// One allocation, which the entries come first in.
struct if_nameindex *if_nameindex(void) {
    __wasi_net_interface_t *interfaces;
    size_t count;
    struct if_nameindex *entries = NULL;
    int32_t error = __net_interfaces(&interfaces, &count);
    if (error == 0) {
        entries = calloc(1, (count + 1) * sizeof *entries + count * IF_NAMESIZE);
        error = entries == NULL ? ENOBUFS : 0;
    }
    for (size_t i = 0; error == 0 && i < count; i++) {
        entries[i].if_index = interfaces[i].index;
        entries[i].if_name = (char *)(entries + count + 1) + i * IF_NAMESIZE;
        __net_interface_name(&interfaces[i], entries[i].if_name);
    }
    free(interfaces);
    return __net_ret(error) == 0 ? entries : NULL;
}

void if_freenameindex(struct if_nameindex *entries) { free(entries); }
