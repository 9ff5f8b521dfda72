// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <ifaddrs.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <netpacket/packet.h>

// Every interface and address, as getifaddrs lists them; two lists agree.

static const char *text_of(const struct sockaddr *address) {
    static char text[4][64];
    static int next;
    char *out = text[next++ % 4];
    if (address == NULL) return "none";
    if (address->sa_family == AF_INET) return inet_ntop(AF_INET, &((struct sockaddr_in *)address)->sin_addr, out, 64);
    if (address->sa_family == AF_INET6) return inet_ntop(AF_INET6, &((struct sockaddr_in6 *)address)->sin6_addr, out, 64);
    const struct sockaddr_ll *link = (const void *)address;
    int used = snprintf(out, 64, "hardware %d", link->sll_hatype);
    for (int i = 0; i < link->sll_halen && i < 8; i++) used += snprintf(out + used, 64 - used, " %02x", link->sll_addr[i]);
    return out;
}

int main(void) {
    struct ifaddrs *list = NULL, *again = NULL;
    REQUIRE(getifaddrs(&list));
    int loopback_has_v4 = 0;
    for (struct ifaddrs *entry = list; entry; entry = entry->ifa_next) {
        int family = entry->ifa_addr ? entry->ifa_addr->sa_family : AF_UNSPEC;
        if (family != AF_INET && family != AF_INET6 && family != AF_PACKET) continue;
        printf("%s %s mask %s peer %s%s%s%s%s%s\n", entry->ifa_name, text_of(entry->ifa_addr), text_of(entry->ifa_netmask),
               text_of(entry->ifa_broadaddr), entry->ifa_flags & IFF_UP ? " up" : "",
               entry->ifa_flags & IFF_LOOPBACK ? " loopback" : "", entry->ifa_flags & IFF_BROADCAST ? " broadcast" : "",
               entry->ifa_flags & IFF_MULTICAST ? " multicast" : "", entry->ifa_flags & IFF_RUNNING ? " running" : "");
        if (family == AF_PACKET) {
            const struct sockaddr_ll *link = (const void *)entry->ifa_addr;
            EXPECT_EQ(link->sll_ifindex, if_nametoindex(entry->ifa_name));
        }
        if (family == AF_INET6 && IN6_IS_ADDR_LINKLOCAL(&((struct sockaddr_in6 *)entry->ifa_addr)->sin6_addr))
            EXPECT_EQ(((struct sockaddr_in6 *)entry->ifa_addr)->sin6_scope_id, if_nametoindex(entry->ifa_name));
        if (family == AF_INET && entry->ifa_flags & IFF_LOOPBACK)
            loopback_has_v4 |= ((struct sockaddr_in *)entry->ifa_addr)->sin_addr.s_addr == htonl(INADDR_LOOPBACK);
    }
    EXPECT(loopback_has_v4);
    REQUIRE(getifaddrs(&again));
    freeifaddrs(list);
    freeifaddrs(again);
    freeifaddrs(NULL);
    return t_status;
}
