// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-inbound tcp://127.0.0.1:8080

#include "../test.h"
#include <ifaddrs.h>
#include <net/if.h>
#include <netpacket/packet.h>
#include <sys/ioctl.h>

// Of addresses a program sees loopback's and those it may listen at, hardware addresses are not told, and nothing can be
// changed.

int main(void) {
    struct ifaddrs *list;
    int others = 0, hardware = 0;
    REQUIRE(getifaddrs(&list));
    for (struct ifaddrs *entry = list; entry; entry = entry->ifa_next) {
        if (entry->ifa_addr->sa_family == AF_PACKET) hardware += ((struct sockaddr_ll *)entry->ifa_addr)->sll_halen;
        else others += !(entry->ifa_flags & IFF_LOOPBACK);
    }
    printf("addresses beside loopback's: %d, bytes of hardware addresses: %d\n", others, hardware);
    freeifaddrs(list);
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    struct ifreq asked = {.ifr_name = "lo"};
    static const int setters[] = {SIOCSIFFLAGS, SIOCSIFADDR, SIOCSIFNETMASK, SIOCSIFBRDADDR, SIOCSIFDSTADDR,
                                  SIOCSIFMTU,   SIOCSIFHWADDR, SIOCSIFNAME, SIOCSIFTXQLEN, SIOCSIFMETRIC};
    for (size_t i = 0; i < sizeof setters / sizeof *setters; i++) SHOW(ioctl(fd, setters[i], &asked));
    return t_status;
}
