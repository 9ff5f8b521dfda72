// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <net/if.h>
#include <netdb.h>

// Addresses with every flag that needs no lookup, in rooms of every size.

static void ask(const char *what, const struct endpoint *e, socklen_t host_size, socklen_t service_size, int flags) {
    char host[128] = "", service[64] = "";
    memset(host, '#', sizeof host - 1);
    memset(service, '#', sizeof service - 1);
    int error = getnameinfo(&e->any, e->len, host_size ? host : NULL, host_size, service_size ? service : NULL, service_size, flags);
    printf("%s %d %d %#x: %d", what, (int)host_size, (int)service_size, flags, error);
    if (!error && host_size) printf(" %s", host);
    if (!error && service_size) printf(" %s", service);
    printf("\n");
}

int main(void) {
    struct endpoint four = loopback(AF_INET, 80), six = loopback(AF_INET6, 69), local = six, mapped = six, old = six;
    inet_pton(AF_INET6, "fe80::1", &local.v6.sin6_addr);
    local.v6.sin6_scope_id = if_nametoindex("lo");
    inet_pton(AF_INET6, "::ffff:1.2.3.4", &mapped.v6.sin6_addr);
    inet_pton(AF_INET6, "::1.2.3.4", &old.v6.sin6_addr);
    static const int flags[] = {NI_NUMERICHOST, NI_NUMERICHOST | NI_NUMERICSERV, NI_NUMERICHOST | NI_DGRAM,
        NI_NUMERICHOST | NI_NOFQDN, NI_NUMERICHOST | NI_NAMEREQD, NI_NUMERICHOST | 0x100000};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        ask("v4", &four, 100, 50, flags[i]);
        ask("v6", &six, 100, 50, flags[i]);
        ask("local", &local, 100, 50, flags[i]);
        ask("mapped", &mapped, 100, 50, flags[i]);
        ask("compatible", &old, 100, 50, flags[i]);
    }
    for (socklen_t size = 0; size <= 10; size++) ask("v4", &four, size, 50, NI_NUMERICHOST);
    for (socklen_t size = 0; size <= 5; size++) ask("v4", &four, 100, size, NI_NUMERICHOST);
    for (socklen_t size = 0; size <= 5; size++) ask("v4", &four, 100, size, NI_NUMERICHOST | NI_NUMERICSERV);
    for (socklen_t size = 0; size <= 11; size++) ask("local", &local, size, 50, NI_NUMERICHOST);
    local.v6.sin6_scope_id = 123456789;
    ask("no interface", &local, 100, 50, NI_NUMERICHOST);
    mapped.v6.sin6_scope_id = 7;
    ask("global with scope", &mapped, 100, 50, NI_NUMERICHOST);
    inet_pton(AF_INET6, "ff02::1", &local.v6.sin6_addr);
    local.v6.sin6_scope_id = if_nametoindex("lo");
    ask("multicast", &local, 100, 50, NI_NUMERICHOST);
    ask("nothing", &four, 0, 0, 0);
    ask("nothing, required", &four, 0, 0, NI_NAMEREQD);
    for (socklen_t length = 0; length <= 28; length += 4) {
        four.len = six.len = length;
        ask("length of v4", &four, 100, 50, NI_NUMERICHOST);
        ask("length of v4, nothing, required", &four, 0, 0, NI_NUMERICHOST | NI_NAMEREQD);
        ask("length of v6", &six, 100, 50, NI_NUMERICHOST);
    }
    return t_status;
}
