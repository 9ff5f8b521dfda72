// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <net/if.h>
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
