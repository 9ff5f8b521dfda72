// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <net/if.h>
#include <net/if_arp.h>
#include <sys/ioctl.h>

// ioctl's questions about interfaces, of loopback and of those that do not exist, on sockets of each kind.

static void address(int fd, const char *name, int request, const char *called) {
    struct ifreq asked = {0};
    char text[64];
    strncpy(asked.ifr_name, name, IFNAMSIZ - 1);
    errno = 0;
    if (ioctl(fd, request, &asked) != 0) {
        printf("%s of %s: %s\n", called, name, errname(errno));
        return;
    }
    struct sockaddr_in *in = (struct sockaddr_in *)&asked.ifr_addr;
    printf("%s of %s: family inet %d, port %d, %s\n", called, name, in->sin_family == AF_INET, in->sin_port,
           inet_ntop(AF_INET, &in->sin_addr, text, sizeof text));
}

static void questions(int fd, const char *name) {
    struct ifreq asked = {0};
    address(fd, name, SIOCGIFADDR, "address");
    address(fd, name, SIOCGIFNETMASK, "netmask");
    address(fd, name, SIOCGIFBRDADDR, "broadcast");
    address(fd, name, SIOCGIFDSTADDR, "destination");
    strncpy(asked.ifr_name, name, IFNAMSIZ - 1);
    if (SHOW(ioctl(fd, SIOCGIFFLAGS, &asked)) == 0)
        printf("up %d loopback %d running %d broadcast %d\n", !!(asked.ifr_flags & IFF_UP), !!(asked.ifr_flags & IFF_LOOPBACK),
               !!(asked.ifr_flags & IFF_RUNNING), !!(asked.ifr_flags & IFF_BROADCAST));
    if (SHOW(ioctl(fd, SIOCGIFMTU, &asked)) == 0) printf("mtu %d\n", asked.ifr_mtu);
    if (SHOW(ioctl(fd, SIOCGIFMETRIC, &asked)) == 0) printf("metric %d\n", asked.ifr_metric);
    if (SHOW(ioctl(fd, SIOCGIFTXQLEN, &asked)) == 0) printf("queue %d\n", asked.ifr_qlen);
    if (SHOW(ioctl(fd, SIOCGIFHWADDR, &asked)) == 0) {
        printf("hardware %d:", asked.ifr_hwaddr.sa_family);
        for (int i = 0; i < 6; i++) printf(" %02x", (unsigned char)asked.ifr_hwaddr.sa_data[i]);
        printf("\n");
    }
    if (SHOW(ioctl(fd, SIOCGIFINDEX, &asked)) == 0) {
        EXPECT_EQ(asked.ifr_ifindex, if_nametoindex(name));
        memset(asked.ifr_name, 'x', sizeof asked.ifr_name);
        SHOW(ioctl(fd, SIOCGIFNAME, &asked));
        printf("name %s\n", asked.ifr_name);
    }
}

static void list(int fd) {
    static struct ifreq records[64];
    struct ifconf conf = {.ifc_len = 0};
    SHOW(ioctl(fd, SIOCGIFCONF, &conf));
    int all = conf.ifc_len / (int)sizeof *records;
    conf.ifc_len = sizeof records;
    conf.ifc_req = records;
    SHOW(ioctl(fd, SIOCGIFCONF, &conf));
    printf("%d records of %d\n", conf.ifc_len / (int)sizeof *records, all);
    for (int i = 0; i < all && i < 64; i++) printf("%s %s\n", records[i].ifr_name, inet_ntoa(((struct sockaddr_in *)&records[i].ifr_addr)->sin_addr));
    conf.ifc_len = sizeof *records + 3;
    SHOW(ioctl(fd, SIOCGIFCONF, &conf));
    printf("%d of the room for one\n", conf.ifc_len / (int)sizeof *records);
    conf.ifc_len = sizeof *records - 1;
    SHOW(ioctl(fd, SIOCGIFCONF, &conf));
    printf("%d of less\n", conf.ifc_len / (int)sizeof *records);
}

int main(void) {
    int fd = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0)), ends[2];
    struct ifreq asked = {.ifr_name = "lo"};
    questions(fd, "lo");
    questions(fd, "none");
    list(fd);
    asked.ifr_ifindex = 123456789;
    SHOW(ioctl(fd, SIOCGIFNAME, &asked));
    REQUIRE(pipe(ends));
    SHOW(ioctl(ends[0], SIOCGIFFLAGS, &asked));
    SHOW(ioctl(0x3fff, SIOCGIFFLAGS, &asked));
    SHOW(ioctl(fd, SIOCGIFFLAGS, NULL));
    SHOW(ioctl(fd, SIOCGIFCONF, NULL));
    int stream = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0));
    strcpy(asked.ifr_name, "lo");
    SHOW(ioctl(stream, SIOCGIFFLAGS, &asked));
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
    SHOW(ioctl(ends[0], SIOCGIFMTU, &asked));
    return t_status;
}
