// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lookup.h"
#include "services.h"

// getnameinfo: the host's and the service's name, or their numbers.

#define KNOWN_FLAGS (NI_NUMERICHOST | NI_NUMERICSERV | NI_NOFQDN | NI_NAMEREQD | NI_DGRAM | NI_NUMERICSCOPE)

static int give(const char *text, char *buffer, socklen_t size) {
    size_t length = strlen(text);
    if (length >= size) return EAI_OVERFLOW;
    memcpy(buffer, text, length + 1);
    return 0;
}

// The scope of a link-local address is an interface, which has a name.
static void add_scope(const __wasi_net_ip_address_t *ip, int flags, char *text) {
    char interface[IF_NAMESIZE];
    bool local = (ip->address[0] == 0xfe && (ip->address[1] & 0xc0) == 0x80) ||
                 (ip->address[0] == 0xff && (ip->address[1] & 0x0f) == 2);
    text += strlen(text);
    if (local && !(flags & NI_NUMERICSCOPE) && if_indextoname(ip->scope_id, interface) != NULL)
        sprintf(text, "%%%s", interface);
    else sprintf(text, "%%%u", (unsigned)ip->scope_id);
}

static int numeric_host(const __wasi_net_ip_address_t *ip, int flags, char *host, socklen_t size) {
    char text[INET6_ADDRSTRLEN + 1 + IF_NAMESIZE];
    int family = ip->family == __WASI_NET_FAMILY_INET ? AF_INET : AF_INET6;
    if (inet_ntop(family, ip->address, text, INET6_ADDRSTRLEN) == NULL) return EAI_SYSTEM;
    if (family == AF_INET6 && ip->scope_id != 0) add_scope(ip, flags, text);
    return give(text, host, size);
}

// NI_NOFQDN: without the domain when it is this machine's too.
static void cut_domain(char *name) {
    char own[NET_LONGEST_NAME + 1];
    char *domain = strchr(name, '.');
    if (domain == NULL || gethostname(own, sizeof own) != 0) return;
    const char *own_domain = strchr(own, '.');
    if (own_domain != NULL && strcmp(domain, own_domain) == 0) *domain = '\0';
}

static int host_of(const __wasi_net_ip_address_t *ip, int flags, char *host, socklen_t size) {
    char name[NET_LONGEST_NAME + 1];
    if (flags & NI_NUMERICHOST) return flags & NI_NAMEREQD ? EAI_NONAME : numeric_host(ip, flags, host, size);
    int error = __net_reverse(ip, name);
    if (error == 0) {
        if (flags & NI_NOFQDN) cut_domain(name);
        return give(name, host, size);
    }
    if (error == EAI_AGAIN || error == EAI_MEMORY) return error;
    return flags & NI_NAMEREQD ? EAI_NONAME : numeric_host(ip, flags, host, size);
}

static int service_of(int port, int flags, char *text, socklen_t size) {
    struct service service;
    char number[8];
    if (!(flags & NI_NUMERICSERV) && __net_service_by_port(port, flags & NI_DGRAM ? "udp" : "tcp", &service))
        return give(service.name, text, size);
    *__net_decimal(number, (unsigned)port) = '\0';
    return give(number, text, size);
}

int getnameinfo(const struct sockaddr *restrict addr, socklen_t len, char *restrict host, socklen_t host_size,
                char *restrict service, socklen_t service_size, int flags) {
    __wasi_net_address_t address;
    bool want_host = host != NULL && host_size > 0, want_service = service != NULL && service_size > 0;
    if (flags & ~KNOWN_FLAGS) return EAI_BADFLAGS;
    if (addr == NULL || len < sizeof(sa_family_t)) return EAI_FAMILY;
    if (host == NULL && service == NULL && flags & NI_NAMEREQD) return EAI_NONAME;
    if (__net_address_in(addr, len, &address) != 0 || address.family == __WASI_NET_FAMILY_UNSPEC) return EAI_FAMILY;
    // What came before scopes, four bytes shorter, is enough for the imports and not here.
    if (address.family == __WASI_NET_FAMILY_INET6 && len < sizeof(struct sockaddr_in6)) return EAI_FAMILY;
    int error = want_host ? host_of(&address.ip, flags, host, host_size) : 0;
    if (error == 0 && want_service) error = service_of(address.ip.port, flags, service, service_size);
    return error;
}
