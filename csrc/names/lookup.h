// SPDX-License-Identifier: Apache-2.0
//
// Names of hosts: what getaddrinfo and the gethostby family share.
#ifndef NETWASI_LOOKUP_H
#define NETWASI_LOOKUP_H

#include <netdb.h>
#include <netinet/in.h>

#include "internal.h"

#define NET_MOST_ADDRESSES 48
#define NET_LONGEST_NAME 255

/// An entry of getaddrinfo's result and its address: one allocation, and always of this size, so that any that was freed will do
/// for any that is made.
struct entry {
    struct addrinfo info;
    union {
        struct sockaddr_in in;
        struct sockaddr_in6 in6;
    } address;
};

/// freeaddrinfo keeps the last that it was given: most programs have one at a time. Exchanged whole, never looked at.
HIDDEN extern struct entry *__net_kept_entry;

struct lookup {
    __wasi_net_ip_address_t addresses[NET_MOST_ADDRESSES];
    size_t count;
    char canonical[NET_LONGEST_NAME + 1]; // "" when it was not asked for
};

/// The addresses of `name` (null: of this machine, as AI_PASSIVE says). `family` and `flags` are getaddrinfo's.
/// Returns 0 or an EAI code; EAI_SYSTEM with errno set.
HIDDEN int __net_lookup(const char *name, int family, int flags, struct lookup *result);

/// An address in text, with a scope after "%". 0, EAI_NONAME: not an address, EAI_ADDRFAMILY: of another family.
HIDDEN int __net_literal(const char *text, int family, int flags, __wasi_net_ip_address_t *ip);

/// An EAI code for what the imports of name lookup answer.
HIDDEN int __net_lookup_error(int32_t error);

/// The IPv6 address that stands for an IPv4 one.
HIDDEN void __net_map_v4(__wasi_net_ip_address_t *ip);

/// Writes a number in decimal, without a NUL; its end. What printf would take several times as long for.
HIDDEN char *__net_decimal(char *text, unsigned number);

/// The name of an address, with an end; EAI codes.
HIDDEN int __net_reverse(const __wasi_net_ip_address_t *ip, char name[static NET_LONGEST_NAME + 1]);

#endif
