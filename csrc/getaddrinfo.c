// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "lookup.h"
#include "services.h"

// getaddrinfo: every address times every kind of socket that the hints allow, in glibc's order.

#define KNOWN_FLAGS (AI_PASSIVE | AI_CANONNAME | AI_NUMERICHOST | AI_V4MAPPED | AI_ALL | AI_ADDRCONFIG | AI_NUMERICSERV)

struct kind {
    int type;
    int protocol;
    const char *name; // of the protocol in the list of services; null: it has no services
    uint16_t port;
};

// One allocation for an entry and its address.
struct entry {
    struct addrinfo info;
    struct sockaddr_storage address;
};

static bool number_of(const char *service, unsigned long *port) {
    char *end;
    if (*service < '0' || *service > '9') return *service == '\0' && (*port = 0, true);
    *port = strtoul(service, &end, 10);
    return *end == '\0';
}

// A raw socket has no ports; it is offered beside the others only, and where no service was asked for.
static size_t candidates(const struct addrinfo *hints, bool with_service, struct kind kinds[static 3]) {
    static const struct kind all[3] = {
        {SOCK_STREAM, IPPROTO_TCP, "tcp", 0}, {SOCK_DGRAM, IPPROTO_UDP, "udp", 0}, {SOCK_RAW, 0, NULL, 0}};
    size_t count = 0;
    for (size_t i = 0; i < 3; i++) {
        bool open = hints->ai_socktype == 0 && hints->ai_protocol == 0;
        if (hints->ai_socktype != 0 && hints->ai_socktype != all[i].type) continue;
        if (all[i].protocol != 0 && hints->ai_protocol != 0 && hints->ai_protocol != all[i].protocol) continue;
        if (all[i].name == NULL && !open && (with_service || hints->ai_socktype != SOCK_RAW)) continue;
        kinds[count] = all[i];
        if (all[i].protocol == 0) kinds[count].protocol = hints->ai_protocol;
        count++;
    }
    return count;
}

static int kinds_of(const char *service, const struct addrinfo *hints, struct kind kinds[static 3], size_t *count) {
    struct service found;
    unsigned long port = 0;
    bool raw = hints->ai_socktype == SOCK_RAW || (hints->ai_socktype == 0 && hints->ai_protocol != 0);
    *count = candidates(hints, service != NULL, kinds);
    if (*count == 0) return service != NULL && raw ? EAI_SERVICE : EAI_SOCKTYPE;
    if (service == NULL || number_of(service, &port)) {
        if (port > UINT16_MAX) return EAI_SERVICE;
        for (size_t i = 0; i < *count; i++) kinds[i].port = (uint16_t)port;
        return 0;
    }
    if (hints->ai_flags & AI_NUMERICSERV) return EAI_NONAME;
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (kinds[i].name == NULL || !__net_service_by_name(service, kinds[i].name, &found)) continue;
        kinds[kept] = kinds[i];
        kinds[kept++].port = (uint16_t)found.port;
    }
    *count = kept;
    return kept > 0 ? 0 : EAI_SERVICE;
}

static struct entry *make(const __wasi_net_ip_address_t *ip, const struct kind *kind, int flags) {
    struct entry *entry = calloc(1, sizeof *entry);
    if (entry == NULL) return NULL;
    __wasi_net_ip_address_t with_port = *ip;
    with_port.port = kind->port;
    entry->info = (struct addrinfo){.ai_flags = flags,
                                    .ai_family = ip->family == __WASI_NET_FAMILY_INET ? AF_INET : AF_INET6,
                                    .ai_socktype = kind->type,
                                    .ai_protocol = kind->protocol,
                                    .ai_addrlen = __net_sockaddr_of(&with_port, &entry->address),
                                    .ai_addr = (struct sockaddr *)&entry->address};
    return entry;
}

static int list(const struct lookup *lookup, const struct kind *kinds, size_t count, int flags,
                struct addrinfo **result) {
    struct addrinfo *first = NULL, **link = &first;
    for (size_t a = 0; a < lookup->count; a++) {
        for (size_t k = 0; k < count; k++) {
            struct entry *entry = make(&lookup->addresses[a], &kinds[k], flags);
            if (entry == NULL) {
                freeaddrinfo(first);
                return EAI_MEMORY;
            }
            *link = &entry->info;
            link = &entry->info.ai_next;
        }
    }
    if (lookup->canonical[0] != '\0' && (first->ai_canonname = strdup(lookup->canonical)) == NULL) {
        freeaddrinfo(first);
        return EAI_MEMORY;
    }
    *result = first;
    return 0;
}

static int check(const char *node, const char *service, const struct addrinfo *hints) {
    if (node == NULL && service == NULL) return EAI_NONAME;
    if (hints->ai_flags & ~KNOWN_FLAGS) return EAI_BADFLAGS;
    if (hints->ai_flags & AI_CANONNAME && node == NULL) return EAI_BADFLAGS;
    if (hints->ai_family != AF_UNSPEC && hints->ai_family != AF_INET && hints->ai_family != AF_INET6) return EAI_FAMILY;
    return 0;
}

int getaddrinfo(const char *restrict node, const char *restrict service, const struct addrinfo *restrict hints,
                struct addrinfo **restrict result) {
    static const struct addrinfo none = {.ai_flags = AI_V4MAPPED | AI_ADDRCONFIG};
    struct kind kinds[3];
    size_t count = 0;
    struct lookup lookup;
    if (hints == NULL) hints = &none;
    int error = check(node, service, hints);
    if (error == 0) error = kinds_of(service, hints, kinds, &count);
    if (error == 0) error = __net_lookup(node, hints->ai_family, hints->ai_flags, &lookup);
    return error != 0 ? error : list(&lookup, kinds, count, hints->ai_flags, result);
}
