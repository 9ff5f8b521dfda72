// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// The names of loopback and of well-known ports; NI_DGRAM asks for udp's names.

static void show_name(const struct endpoint *e, int flags) {
    char host[256] = "", service[64] = "";
    int error = getnameinfo(&e->any, e->len, host, sizeof host, service, sizeof service, flags);
    if (error)
        printf("%s\n", error == EAI_NONAME ? "EAI_NONAME" : gai_strerror(error));
    else
        printf("%s %s\n", host, service);
}

int main(void) {
    struct endpoint e = loopback(AF_INET, 80);
    show_name(&e, 0);
    show_name(&e, NI_NUMERICSERV);
    show_name(&e, NI_NUMERICHOST);
    show_name(&e, NI_NAMEREQD);
    e = loopback(AF_INET, 69);
    show_name(&e, NI_NUMERICHOST | NI_DGRAM);
    e = loopback(AF_INET, 61234);
    show_name(&e, NI_NUMERICHOST);
    show_name(&e, NI_NUMERICHOST | NI_DGRAM);
    e = loopback(AF_INET6, 22);
    show_name(&e, NI_NUMERICHOST);
    return t_status;
}
