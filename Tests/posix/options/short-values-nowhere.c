// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <netinet/tcp.h>
#ifndef __wasm__
#include <sys/mman.h>
#endif

// Values of options that are nowhere: what is too short, or cannot be set, is often found first.

static void *nowhere(void) {
#ifdef __wasm__
    return (void *)0xfff00000u;
#else
    static void *pages;
    if (pages == NULL) pages = mmap(NULL, 65536, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages;
#endif
}

int main(void) {
    static const struct {
        int level, option;
        const char *name;
    } options[] = {{IPPROTO_IPV6, IPV6_V6ONLY, "IPV6_V6ONLY"}, {IPPROTO_IPV6, IPV6_CHECKSUM, "IPV6_CHECKSUM"}, {IPPROTO_IPV6, IPV6_UNICAST_HOPS, "IPV6_UNICAST_HOPS"},
                   {IPPROTO_IPV6, IPV6_TCLASS, "IPV6_TCLASS"}, {IPPROTO_IP, IP_TTL, "IP_TTL"}, {SOL_SOCKET, SO_KEEPALIVE, "SO_KEEPALIVE"},
                   {IPPROTO_TCP, TCP_NODELAY, "TCP_NODELAY"}, {SOL_SOCKET, SO_ERROR, "SO_ERROR"}, {SOL_SOCKET, SO_TYPE, "SO_TYPE"}};
    static const int types[] = {SOCK_STREAM, SOCK_DGRAM};
    for (size_t type = 0; type < 2; type++) {
        int fd = REQUIRE(socket(AF_INET6, types[type], 0));
        for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
            for (socklen_t len = 0; len < 6; len++) {
                printf("%s of %u at %s: ", options[i].name, len, type ? "datagrams" : "a stream");
                SHOW(setsockopt(fd, options[i].level, options[i].option, nowhere(), len));
            }
        }
        close(fd);
    }
    return t_status;
}
