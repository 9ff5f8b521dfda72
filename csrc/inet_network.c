// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>

// Addresses as network and host by class A, B or C. musl's functions take the address's bytes in the wrong order.

in_addr_t inet_network(const char *text) {
    return ntohl(inet_addr(text));
}

// How many bits of an address, in host order, its class gives to the host.
static int host_bits(uint32_t address) {
    if (address >> 31 == 0) return 24;
    return address >> 30 == 2 ? 16 : 8;
}

in_addr_t inet_lnaof(struct in_addr in) {
    uint32_t address = ntohl(in.s_addr);
    return address & (((uint32_t)1 << host_bits(address)) - 1);
}

in_addr_t inet_netof(struct in_addr in) {
    uint32_t address = ntohl(in.s_addr);
    return address >> host_bits(address);
}

struct in_addr inet_makeaddr(in_addr_t network, in_addr_t host) {
    int bits = network < 0x80 ? 24 : network < 0x10000 ? 16 : network < 0x1000000 ? 8 : 0;
    return (struct in_addr){htonl(network << bits | (host & (((uint32_t)1 << bits) - 1)))};
}
