// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "lookup.h"
#include "services.h"

// getaddrinfo: every address times every kind of socket that the hints allow, in glibc's order.

#define KNOWN_FLAGS (AI_PASSIVE | AI_CANONNAME | AI_NUMERICHOST | AI_V4MAPPED | AI_ALL | AI_ADDRCONFIG | AI_NUMERICSERV | \
                     AI_IDN)

#define PLAIN_FLAGS (AI_PASSIVE | AI_NUMERICHOST | AI_V4MAPPED | AI_ALL | AI_ADDRCONFIG | AI_NUMERICSERV)

struct kind {
    int type;
    int protocol;
    const char *name; // of the protocol in the list of services; null: it has no services
    bool offered;     // to who asks for no kind
    uint16_t port;
};

#define KINDS 6

// As strtoul reads it; of what is over 65535 glibc takes the low 16 bits. A few digits are read here.
static bool number_of(const char *service, unsigned long long *port) {
    char *end;
    const char *digits = service;
    unsigned number = 0, digit;
    for (; (digit = (unsigned char)*digits - (unsigned)'0') < 10 && number <= UINT16_MAX; digits++)
        number = number * 10 + digit;
    if (*digits == '\0' && digits > service) {
        *port = number;
        return true;
    }
    *port = strtoull(service, &end, 10);
    return *end == '\0';
}

// The kinds that the hints allow: of those that name one the first, otherwise those that are offered or have services.
static size_t candidates(const struct addrinfo *hints, bool by_name, struct kind kinds[static KINDS]) {
    static const struct kind all[KINDS] = {
        {SOCK_STREAM, IPPROTO_TCP, "tcp", true, 0},       {SOCK_DGRAM, IPPROTO_UDP, "udp", true, 0},
        {SOCK_DGRAM, IPPROTO_UDPLITE, "udplite", false, 0}, {SOCK_STREAM, IPPROTO_SCTP, "sctp", false, 0},
        {SOCK_SEQPACKET, IPPROTO_SCTP, "sctp", false, 0}, {SOCK_RAW, 0, NULL, true, 0}};
    bool open = hints->ai_socktype == 0 && hints->ai_protocol == 0;
    size_t count = 0;
    for (size_t i = 0; i < KINDS; i++) {
        bool any_protocol = all[i].protocol == 0;
        if (open && !(by_name ? all[i].name != NULL : all[i].offered)) continue;
        if (hints->ai_socktype != 0 && hints->ai_socktype != all[i].type) continue;
        if (hints->ai_protocol != 0 && !any_protocol && hints->ai_protocol != all[i].protocol) continue;
        kinds[count] = all[i];
        if (any_protocol) kinds[count].protocol = hints->ai_protocol;
        count++;
        if (!open) break;
    }
    return count;
}

static int kinds_of(const char *service, const struct addrinfo *hints, struct kind kinds[static KINDS], size_t *count) {
    struct service found;
    unsigned long long port = 0;
    // Of a number that is negative as an int glibc makes a name.
    bool by_name = service != NULL && (!number_of(service, &port) || (int32_t)port < 0);
    *count = candidates(hints, by_name, kinds);
    if (*count == 0) return hints->ai_socktype != 0 ? EAI_SOCKTYPE : EAI_SERVICE;
    bool raw_alone = *count == 1 && kinds[0].name == NULL;
    if (service != NULL && raw_alone) return EAI_SERVICE;
    if (!by_name) {
        for (size_t i = 0; i < *count; i++) kinds[i].port = (uint16_t)port;
        return 0;
    }
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (!__net_service_by_name(service, kinds[i].name, &found)) continue;
        kinds[kept] = kinds[i];
        kinds[kept++].port = (uint16_t)found.port;
    }
    *count = kept;
    return kept > 0 ? 0 : EAI_SERVICE;
}

static struct entry *allocate(void) {
    struct entry *kept = __atomic_exchange_n(&__net_kept_entry, NULL, __ATOMIC_ACQ_REL);
    return kept != NULL ? kept : malloc(sizeof *kept);
}

static void fill(struct entry *entry, const __wasi_net_ip_address_t *ip, int type, int protocol, int flags) {
    entry->info = (struct addrinfo){.ai_flags = flags,
                                    .ai_family = ip->family == __WASI_NET_FAMILY_INET ? AF_INET : AF_INET6,
                                    .ai_socktype = type,
                                    .ai_protocol = protocol,
                                    .ai_addrlen = __net_sockaddr_of(ip, &entry->address),
                                    .ai_addr = (struct sockaddr *)&entry->address};
}

static int list(const struct lookup *lookup, const struct kind *kinds, size_t count, int flags,
                struct addrinfo **result) {
    struct addrinfo *first = NULL, **link = &first;
    for (size_t a = 0; a < lookup->count; a++) {
        for (size_t k = 0; k < count; k++) {
            struct entry *entry = allocate();
            if (entry == NULL) {
                freeaddrinfo(first);
                return EAI_MEMORY;
            }
            fill(entry, &lookup->addresses[a], kinds[k].type, kinds[k].protocol, flags);
            entry->address.in.sin_port = __builtin_bswap16(kinds[k].port); // where sin6_port is too
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
    unsigned long long port;
    if (hints->ai_flags & AI_NUMERICSERV && service != NULL && !number_of(service, &port)) return EAI_NONAME;
    return 0;
}

// What most calls are: an address and a port in numbers, one kind of socket, nothing that changes what becomes of them.
// False: something else, right or wrong.
static bool plain(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result) {
    int type = hints->ai_socktype, protocol = type == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP;
    if (node == NULL || hints->ai_flags & ~PLAIN_FLAGS || (type != SOCK_STREAM && type != SOCK_DGRAM)) return false;
    if (hints->ai_protocol != 0 && hints->ai_protocol != protocol) return false;
    __wasi_net_ip_address_t ip;
    if (__wasi_ip_name_lookup_numeric(node, service, &ip) != 0) return false;
    if (hints->ai_family != AF_UNSPEC && hints->ai_family != (ip.family == __WASI_NET_FAMILY_INET ? AF_INET : AF_INET6))
        return false;
    struct entry *entry = allocate();
    if (entry == NULL) return false;
    fill(entry, &ip, type, protocol, hints->ai_flags);
    *result = &entry->info;
    return true;
}

// Names in other scripts would have to be encoded, which nothing here can do.
static bool is_ascii(const char *name) {
    while (*name > 0) name++;
    return *name == '\0';
}

int getaddrinfo(const char *restrict node, const char *restrict service, const struct addrinfo *restrict hints,
                struct addrinfo **restrict result) {
    static const struct addrinfo none = {.ai_flags = AI_V4MAPPED | AI_ADDRCONFIG};
    struct kind kinds[KINDS];
    size_t count = 0;
    struct lookup lookup;
    if (hints == NULL) hints = &none;
    if (plain(node, service, hints, result)) return 0;
    // As in glibc: "*" is the same as none, and in the end an empty service too.
    if (node != NULL && node[0] == '*' && node[1] == '\0') node = NULL;
    if (service != NULL && service[0] == '*' && service[1] == '\0') service = NULL;
    int error = check(node, service, hints);
    if (service != NULL && *service == '\0') service = NULL;
    if (error == 0 && node != NULL && hints->ai_flags & AI_IDN && !is_ascii(node)) error = EAI_IDN_ENCODE;
    if (error == 0) error = kinds_of(service, hints, kinds, &count);
    if (error == 0) error = __net_lookup(node, hints->ai_family, hints->ai_flags, &lookup);
    return error != 0 ? error : list(&lookup, kinds, count, hints->ai_flags, result);
}
