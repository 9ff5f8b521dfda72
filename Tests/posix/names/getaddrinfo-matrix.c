// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <netdb.h>

// Every host with every service, kind of socket, protocol and flag, without a lookup: what comes, in which order, or
// which error.

static const char *error_name(int error) {
    static const struct {
        int value;
        const char *name;
    } names[] = {{EAI_BADFLAGS, "BADFLAGS"}, {EAI_NONAME, "NONAME"}, {EAI_AGAIN, "AGAIN"}, {EAI_FAIL, "FAIL"},
                 {EAI_NODATA, "NODATA"}, {EAI_FAMILY, "FAMILY"}, {EAI_SOCKTYPE, "SOCKTYPE"}, {EAI_SERVICE, "SERVICE"},
                 {EAI_ADDRFAMILY, "ADDRFAMILY"}, {EAI_MEMORY, "MEMORY"}, {EAI_SYSTEM, "SYSTEM"}, {EAI_OVERFLOW, "OVERFLOW"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].value == error) return names[i].name;
    return "?";
}

static const char *kind_name(int type) {
    switch (type) {
    case 0: return "any";
    case SOCK_STREAM: return "stream";
    case SOCK_DGRAM: return "dgram";
    case SOCK_RAW: return "raw";
    case SOCK_SEQPACKET: return "seqpacket";
    default: return "?";
    }
}

static void lookup(const char *host, const char *service, struct addrinfo hints) {
    struct addrinfo *list = NULL;
    int error = getaddrinfo(host, service, &hints, &list);
    printf("%s %s %s %d, %s %d, %#x:", host ? host : "-", service ? service : "-",
           hints.ai_family == AF_INET ? "v4" : hints.ai_family == AF_INET6 ? "v6" : "any", hints.ai_family == 99,
           kind_name(hints.ai_socktype), hints.ai_protocol, hints.ai_flags);
    if (error) {
        printf(" %s\n", error_name(error));
        return;
    }
    for (struct addrinfo *a = list; a; a = a->ai_next) {
        struct endpoint e = {.len = a->ai_addrlen};
        memcpy(&e.storage, a->ai_addr, a->ai_addrlen);
        printf(" [%s]:%d %s %d%s%s", address_text(&e), port_of(&e), kind_name(a->ai_socktype), a->ai_protocol,
               a->ai_canonname ? " " : "", a->ai_canonname ? a->ai_canonname : "");
        EXPECT_EQ(a->ai_flags, hints.ai_flags);
    }
    printf("\n");
    freeaddrinfo(list);
}

int main(void) {
    static const char *const hosts[] = {NULL, "127.0.0.1", "::1", "name", "*"}, *const services[] = {NULL, "80", "http", "tftp", "none", "", "*"};
    static const int families[] = {AF_UNSPEC, AF_INET, AF_INET6, 99};
    static const int types[] = {0, SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET, 77};
    static const int protocols[] = {0, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_ICMP, IPPROTO_SCTP, IPPROTO_UDPLITE, 250};
    static const int flags[] = {0, AI_PASSIVE, AI_CANONNAME, AI_NUMERICSERV, AI_V4MAPPED, AI_V4MAPPED | AI_ALL, AI_ALL, 0x8000};
    for (size_t h = 0; h < sizeof hosts / sizeof *hosts; h++)
        for (size_t s = 0; s < sizeof services / sizeof *services; s++) {
            for (size_t t = 0; t < sizeof types / sizeof *types; t++)
                for (size_t p = 0; p < sizeof protocols / sizeof *protocols; p++)
                    lookup(hosts[h], services[s], (struct addrinfo){.ai_family = AF_INET, .ai_socktype = types[t],
                        .ai_protocol = protocols[p], .ai_flags = AI_NUMERICHOST});
            for (size_t f = 0; f < sizeof families / sizeof *families; f++)
                for (size_t g = 0; g < sizeof flags / sizeof *flags; g++)
                    lookup(hosts[h], services[s], (struct addrinfo){.ai_family = families[f], .ai_socktype = SOCK_STREAM,
                        .ai_flags = flags[g] | AI_NUMERICHOST});
        }
    return t_status;
}
