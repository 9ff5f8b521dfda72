// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "interfaces.h"

// Interfaces and their addresses as the network tells of them.

// There may be more by the time that the records have room.
#define LISTING(records, count, import) \
    __wasi_network_t network; \
    uint32_t room = 16, there = 0; \
    *(records) = NULL, *(count) = 0; \
    int32_t error = __net_network(&network); \
    while (error == 0) { \
        free(*(records)); \
        if ((*(records) = calloc(room, sizeof **(records))) == NULL) return ENOMEM; \
        error = import(network, *(records), room, &there); \
        if (error == 0 && there <= room) break; \
        room = there + 8; \
    } \
    *(count) = error == 0 ? there : 0; \
    return error

int32_t __net_interfaces(__wasi_net_interface_t **interfaces, size_t *count) {
    LISTING(interfaces, count, __wasi_net_interface_list);
}

int32_t __net_interface_addresses(__wasi_net_interface_address_t **addresses, size_t *count) {
    LISTING(addresses, count, __wasi_net_interface_addresses);
}

void __net_interface_name(const __wasi_net_interface_t *interface, char name[static IF_NAMESIZE]) {
    size_t length = interface->name_length < IF_NAMESIZE ? interface->name_length : IF_NAMESIZE - 1;
    memset(name, 0, IF_NAMESIZE);
    memcpy(name, interface->name, length);
}

unsigned __net_interface_flags(const __wasi_net_interface_t *interface) {
    static const struct {
        uint32_t flag;
        unsigned value;
    } flags[] = {
        {__WASI_NET_INTERFACE_UP, IFF_UP},
        {__WASI_NET_INTERFACE_BROADCAST, IFF_BROADCAST},
        {__WASI_NET_INTERFACE_LOOPBACK, IFF_LOOPBACK},
        {__WASI_NET_INTERFACE_POINT_TO_POINT, IFF_POINTOPOINT},
        {__WASI_NET_INTERFACE_RUNNING, IFF_RUNNING | IFF_LOWER_UP},
        {__WASI_NET_INTERFACE_NO_ARP, IFF_NOARP},
        {__WASI_NET_INTERFACE_PROMISCUOUS, IFF_PROMISC},
        {__WASI_NET_INTERFACE_ALL_MULTICAST, IFF_ALLMULTI},
        {__WASI_NET_INTERFACE_MULTICAST, IFF_MULTICAST},
    };
    unsigned result = 0;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (interface->flags & flags[i].flag) result |= flags[i].value;
    return result;
}

void __net_mask(const __wasi_net_ip_address_t *like, uint32_t prefix_length, __wasi_net_ip_address_t *mask) {
    uint32_t bits = like->family == __WASI_NET_FAMILY_INET ? 32 : 128;
    *mask = (__wasi_net_ip_address_t){.family = like->family};
    for (uint32_t i = 0; i < prefix_length && i < bits; i++) mask->address[i / 8] |= (uint8_t)(0x80 >> i % 8);
}
