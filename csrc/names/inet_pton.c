// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <string.h>

#include "internal.h"

// Addresses from text, in the one form that is read by everybody.

int inet_pton(int family, const char *restrict text, void *restrict address) {
    __wasi_net_ip_address_t ip;
    if (family != AF_INET && family != AF_INET6) {
        errno = EAFNOSUPPORT;
        return -1;
    }
    if (__wasi_ip_name_lookup_numeric(text, NULL, &ip) != 0) return 0;
    if (ip.family != (family == AF_INET ? __WASI_NET_FAMILY_INET : __WASI_NET_FAMILY_INET6)) return 0;
    if (family == AF_INET) memcpy(address, ip.address, 4);
    else memcpy(address, ip.address, 16);
    return 1;
}
