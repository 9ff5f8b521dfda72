// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"
#include <netdb.h>

// The old lookups: literal addresses come back as they are, localhost by name, loopback by address.

static void host(const char *name) {
    struct hostent *h = gethostbyname(name);
    if (!h) {
        printf("%s: %s\n", name, h_errno == HOST_NOT_FOUND ? "HOST_NOT_FOUND" : "another error");
        return;
    }
    char text[INET6_ADDRSTRLEN];
    printf("%s: %s, inet %d, length %d, %s\n", name, h->h_name, h->h_addrtype == AF_INET, h->h_length,
           inet_ntop(h->h_addrtype, h->h_addr_list[0], text, sizeof text));
    EXPECT(h->h_aliases != NULL);
}

int main(void) {
    host("127.0.0.1");
    host("192.0.2.77");
    host("localhost");
    struct in_addr loopback4 = {htonl(INADDR_LOOPBACK)};
    struct hostent *h = gethostbyaddr(&loopback4, sizeof loopback4, AF_INET);
    printf("127.0.0.1 is %s\n", h ? h->h_name : "unknown");
    EXPECT(gethostbyaddr(&loopback4, 3, AF_INET) == NULL);
    EXPECT(gethostbyaddr(&loopback4, sizeof loopback4, 99) == NULL);
    EXPECT(strlen(hstrerror(HOST_NOT_FOUND)) > 0);
    return t_status;
}
