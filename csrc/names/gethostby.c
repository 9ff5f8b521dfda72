// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>

#include "lookup.h"

// The gethostby family: one struct hostent, all of it in the caller's buffer or in ours.

#define STATIC_SIZE 4096

static struct hostent entry;
static char storage[STATIC_SIZE];
static int last_error;

int *__h_errno_location(void) { return &last_error; }

struct arena {
    char *next;
    size_t left;
};

static void *take(struct arena *arena, size_t size) {
    size_t skip = -(uintptr_t)arena->next % sizeof(void *);
    if (arena->left < skip || arena->left - skip < size) return NULL;
    char *result = arena->next + skip;
    arena->next = result + size;
    arena->left -= skip + size;
    return result;
}

static int h_error_of(int error) {
    switch (error) {
    case EAI_NONAME:
    case EAI_ADDRFAMILY: return HOST_NOT_FOUND;
    case EAI_NODATA: return NO_DATA;
    case EAI_AGAIN: return TRY_AGAIN;
    case EAI_SYSTEM:
    case EAI_MEMORY: return NETDB_INTERNAL;
    default: return NO_RECOVERY;
    }
}

// ERANGE: the buffer is too small.
static int fill(const char *name, int family, const __wasi_net_ip_address_t *addresses, size_t count,
                struct hostent *host, struct arena *arena) {
    size_t size = family == AF_INET ? 4 : 16, length = strlen(name) + 1;
    *host = (struct hostent){.h_addrtype = family, .h_length = (int)size};
    host->h_addr_list = take(arena, (count + 1) * sizeof(char *));
    host->h_aliases = take(arena, sizeof(char *));
    host->h_name = take(arena, length);
    if (host->h_addr_list == NULL || host->h_aliases == NULL || host->h_name == NULL) return ERANGE;
    host->h_aliases[0] = NULL;
    memcpy(host->h_name, name, length);
    for (size_t i = 0; i < count; i++) {
        if ((host->h_addr_list[i] = take(arena, size)) == NULL) return ERANGE;
        memcpy(host->h_addr_list[i], addresses[i].address, size);
    }
    host->h_addr_list[count] = NULL;
    return 0;
}

int gethostbyname2_r(const char *name, int family, struct hostent *host, char *buffer, size_t size,
                     struct hostent **result, int *h_error) {
    struct lookup lookup;
    struct arena arena = {buffer, size};
    *result = NULL;
    int error =
        family == AF_INET || family == AF_INET6 ? __net_lookup(name, family, AI_CANONNAME, &lookup) : EAI_FAMILY;
    if (error != 0) {
        *h_error = h_error_of(error);
        return error == EAI_SYSTEM ? errno : error == EAI_MEMORY ? ENOMEM : error == EAI_AGAIN ? EAGAIN : 0;
    }
    error = fill(lookup.canonical, family, lookup.addresses, lookup.count, host, &arena);
    *h_error = error == 0 ? NETDB_SUCCESS : NETDB_INTERNAL;
    if (error == 0) *result = host;
    return error;
}

int gethostbyname_r(const char *name, struct hostent *host, char *buffer, size_t size, struct hostent **result,
                    int *h_error) {
    return gethostbyname2_r(name, AF_INET, host, buffer, size, result, h_error);
}

int gethostbyaddr_r(const void *address, socklen_t length, int family, struct hostent *host, char *buffer, size_t size,
                    struct hostent **result, int *h_error) {
    char name[NET_LONGEST_NAME + 1];
    struct arena arena = {buffer, size};
    __wasi_net_ip_address_t ip = {.family = (uint16_t)family};
    *result = NULL;
    *h_error = NETDB_INTERNAL;
    if (family != AF_INET && family != AF_INET6) return EAFNOSUPPORT;
    if (length != (family == AF_INET ? 4 : 16)) return EINVAL;
    memcpy(ip.address, address, length);
    int error = __net_reverse(&ip, name);
    if (error != 0) {
        *h_error = h_error_of(error);
        return error == EAI_SYSTEM ? errno : 0;
    }
    error = fill(name, family, &ip, 1, host, &arena);
    *h_error = error == 0 ? NETDB_SUCCESS : NETDB_INTERNAL;
    if (error == 0) *result = host;
    return error;
}

struct hostent *gethostbyname2(const char *name, int family) {
    struct hostent *result;
    int error = gethostbyname2_r(name, family, &entry, storage, sizeof storage, &result, &last_error);
    if (error != 0) errno = error;
    return result;
}

struct hostent *gethostbyname(const char *name) { return gethostbyname2(name, AF_INET); }

struct hostent *gethostbyaddr(const void *address, socklen_t length, int family) {
    struct hostent *result;
    int error = gethostbyaddr_r(address, length, family, &entry, storage, sizeof storage, &result, &last_error);
    if (error != 0) errno = error;
    return result;
}
