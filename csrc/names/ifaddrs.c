// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <ifaddrs.h>
#include <netpacket/packet.h>
#include <stdlib.h>
#include <string.h>

#include "interfaces.h"

// getifaddrs: each interface as an AF_PACKET address, then the internet addresses that may be seen. Without counts of
// packets (ifa_data).

// One allocation holds all of them.
struct entry {
    struct ifaddrs info;
    char name[IF_NAMESIZE];
    union {
        struct sockaddr_storage any;
        struct sockaddr_ll link;
    } address;
    struct sockaddr_storage mask, peer;
};

// An interface as a socket address: its number, and its hardware address where that is told.
static void fill_link(struct entry *entry, const __wasi_net_interface_t *interface) {
    struct sockaddr_ll *link = &entry->address.link;
    size_t length = interface->hardware_length < sizeof link->sll_addr ? interface->hardware_length
                                                                       : sizeof link->sll_addr;
    *link = (struct sockaddr_ll){.sll_family = AF_PACKET,
                                 .sll_ifindex = (int)interface->index,
                                 .sll_hatype = interface->hardware_type,
                                 .sll_halen = (unsigned char)length};
    memcpy(link->sll_addr, interface->hardware_address, length);
    entry->info.ifa_addr = (struct sockaddr *)link;
    // All ones reach every machine of the network.
    struct sockaddr_ll *all = (struct sockaddr_ll *)(void *)&entry->peer;
    *all = *link;
    memset(all->sll_addr, interface->flags & __WASI_NET_INTERFACE_BROADCAST ? 0xff : 0, length);
    entry->info.ifa_broadaddr = (struct sockaddr *)all;
}

// IPv6 addresses of link-local scope name their interface.
static void fill_address(struct entry *entry, const __wasi_net_interface_address_t *address) {
    __wasi_net_ip_address_t mask;
    __net_sockaddr_of(&address->address, &entry->address.any);
    entry->info.ifa_addr = (struct sockaddr *)&entry->address;
    __net_mask(&address->address, address->prefix_length, &mask);
    __net_sockaddr_of(&mask, &entry->mask);
    entry->info.ifa_netmask = (struct sockaddr *)&entry->mask;
    if (address->peer.family == __WASI_NET_FAMILY_UNSPEC) return;
    __net_sockaddr_of(&address->peer, &entry->peer);
    entry->info.ifa_broadaddr = (struct sockaddr *)&entry->peer;
}

static void fill_interface(struct entry *entry, const __wasi_net_interface_t *interface) {
    __net_interface_name(interface, entry->name);
    entry->info.ifa_name = entry->name;
    entry->info.ifa_flags = __net_interface_flags(interface);
}

static const __wasi_net_interface_t *with_index(const __wasi_net_interface_t *interfaces, size_t count,
                                                uint32_t index) {
    for (size_t i = 0; i < count; i++)
        if (interfaces[i].index == index) return &interfaces[i];
    return NULL;
}

static int32_t list(struct entry **entries, const __wasi_net_interface_t *interfaces, size_t interface_count,
                    const __wasi_net_interface_address_t *addresses, size_t address_count) {
    size_t count = 0;
    struct entry *all = calloc(interface_count + address_count, sizeof *all);
    *entries = all;
    if (all == NULL) return interface_count + address_count == 0 ? 0 : ENOMEM;
    for (size_t i = 0; i < interface_count; i++) {
        fill_interface(&all[count], &interfaces[i]);
        fill_link(&all[count++], &interfaces[i]);
    }
    for (size_t i = 0; i < address_count; i++) {
        // One may have come since the interfaces were listed.
        const __wasi_net_interface_t *interface = with_index(interfaces, interface_count, addresses[i].index);
        if (interface == NULL) continue;
        fill_interface(&all[count], interface);
        fill_address(&all[count++], &addresses[i]);
    }
    for (size_t i = 0; i + 1 < count; i++) all[i].info.ifa_next = &all[i + 1].info;
    return 0;
}

int getifaddrs(struct ifaddrs **result) {
    __wasi_net_interface_t *interfaces = NULL;
    __wasi_net_interface_address_t *addresses = NULL;
    size_t interface_count = 0, address_count = 0;
    struct entry *entries = NULL;
    int32_t error = __net_interfaces(&interfaces, &interface_count);
    if (error == 0) error = __net_interface_addresses(&addresses, &address_count);
    if (error == 0) error = list(&entries, interfaces, interface_count, addresses, address_count);
    free(interfaces);
    free(addresses);
    if (error == 0) *result = entries != NULL ? &entries->info : NULL;
    return __net_ret(error);
}

void freeifaddrs(struct ifaddrs *list) { free(list); }
