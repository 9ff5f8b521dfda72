// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netinet/tcp.h>

// On-off options: off at first, any non-zero value is on, and on reads as 1.

static void toggle(const char *what, int fd, int level, int name) {
    printf("%s:", what);
    const int values[] = {-1, 1, 0, 7};
    for (int i = 0; i < 4; i++) {
        int got = -1;
        socklen_t len = sizeof got;
        if (values[i] >= 0 && setsockopt(fd, level, name, &values[i], sizeof values[i]) < 0)
            printf(" set %s", errname(errno));
        if (getsockopt(fd, level, name, &got, &len) < 0) printf(" get %s", errname(errno));
        printf(" %d", got);
    }
    printf("\n");
}

int main(void) {
    int tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), udp = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    int six = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0));
    toggle("SO_REUSEADDR", tcp, SOL_SOCKET, SO_REUSEADDR);
    toggle("SO_REUSEPORT", tcp, SOL_SOCKET, SO_REUSEPORT);
    toggle("SO_KEEPALIVE", tcp, SOL_SOCKET, SO_KEEPALIVE);
    toggle("SO_OOBINLINE", tcp, SOL_SOCKET, SO_OOBINLINE);
    toggle("SO_DONTROUTE", udp, SOL_SOCKET, SO_DONTROUTE);
    toggle("SO_BROADCAST", udp, SOL_SOCKET, SO_BROADCAST);
    toggle("TCP_NODELAY", tcp, IPPROTO_TCP, TCP_NODELAY);
    toggle("TCP_NODELAY on udp", udp, IPPROTO_TCP, TCP_NODELAY);
    toggle("IPV6_V6ONLY", six, IPPROTO_IPV6, IPV6_V6ONLY);
    return t_status;
}
