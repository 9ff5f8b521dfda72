// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
// privileges: network
#include "../test.h"

// With --allow-net-admin what takes a privilege works as far as the host's user has it.

static int get(int fd, int level, int option) {
    int value = -7;
    socklen_t len = sizeof value;
    return getsockopt(fd, level, option, &value, &len) == 0 ? value : -1;
}

static void of_sockets(void) {
    int tcp = REQUIRE(socket(AF_INET, SOCK_STREAM, 0)), million = 1000000, usual = get(tcp, SOL_SOCKET, SO_RCVBUF);
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_MARK, &(int){77}, sizeof(int)));
    SHOW(get(tcp, SOL_SOCKET, SO_MARK));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_PRIORITY, &(int){200}, sizeof(int)));
    SHOW(get(tcp, SOL_SOCKET, SO_PRIORITY));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_DEBUG, &(int){1}, sizeof(int)));
    SHOW(get(tcp, SOL_SOCKET, SO_DEBUG));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_BUSY_POLL, &(int){50}, sizeof(int)));
    SHOW(get(tcp, SOL_SOCKET, SO_BUSY_POLL));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_PREFER_BUSY_POLL, &(int){1}, sizeof(int)));
    SHOW(get(tcp, SOL_SOCKET, SO_PREFER_BUSY_POLL));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_BUSY_POLL_BUDGET, &(int){100}, sizeof(int)));
    // Beyond net.core.rmem_max and wmem_max.
    million *= 20;
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_RCVBUFFORCE, &million, sizeof million));
    printf("as asked: %d, more than before: %d\n", get(tcp, SOL_SOCKET, SO_RCVBUF) == 2 * million,
           get(tcp, SOL_SOCKET, SO_RCVBUF) > usual);
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_SNDBUFFORCE, &million, sizeof million));
    printf("as asked: %d\n", get(tcp, SOL_SOCKET, SO_SNDBUF) == 2 * million);
    // Leaving an interface takes the privilege, binding to one does not.
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3));
    SHOW(setsockopt(tcp, SOL_SOCKET, SO_BINDTODEVICE, "", 0));
    SHOW(get(tcp, SOL_SOCKET, SO_BINDTOIFINDEX));
    close(tcp);
}

// Binding to an address that is none of this machine's (one of RFC 5737), and to its own without a route.
static void of_addresses(int family, int level, int transparent, const char *foreign) {
    int tcp = REQUIRE(socket(family, SOCK_STREAM, 0));
    struct endpoint at = loopback(family, 0);
    inet_pton(family, foreign, family == AF_INET ? (void *)&at.v4.sin_addr : (void *)&at.v6.sin6_addr);
    SHOW(bind(tcp, &at.any, at.len));
    SHOW(setsockopt(tcp, level, transparent, &(int){1}, sizeof(int)));
    SHOW(get(tcp, level, transparent));
    if (SHOW(bind(tcp, &at.any, at.len)) == 0) {
        struct endpoint got = local_of(tcp);
        printf("%s\n", address_text(&got));
        SHOW(listen(tcp, 1));
    }
    close(tcp);
}

int main(void) {
    of_sockets();
    of_addresses(AF_INET, IPPROTO_IP, IP_TRANSPARENT, "192.0.2.1");
    of_addresses(AF_INET6, IPPROTO_IPV6, IPV6_TRANSPARENT, "2001:db8::1");
    // Raw sockets are the matter of raw:// rules.
    return t_status;
}
