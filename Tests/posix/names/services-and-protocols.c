// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// getservbyname, getservbyport, getprotobyname and getprotobynumber for what every system has.

static void by_name(const char *name, const char *protocol) {
    struct servent *s = getservbyname(name, protocol);
    printf("%s/%s: ", name, protocol ? protocol : "any");
    s ? printf("%s %d/%s\n", s->s_name, ntohs(s->s_port), s->s_proto) : printf("none\n");
}

static void by_port(int port, const char *protocol) {
    struct servent *s = getservbyport(htons(port), protocol);
    printf("%d/%s: ", port, protocol ? protocol : "any");
    s ? printf("%s %d/%s\n", s->s_name, ntohs(s->s_port), s->s_proto) : printf("none\n");
}

int main(void) {
    by_name("http", "tcp");
    by_name("https", "tcp");
    by_name("smtp", "tcp");
    by_name("ssh", NULL);
    by_name("domain", "udp");
    by_name("tftp", "udp");
    by_name("tftp", "tcp");
    by_name("no-such-service", "tcp");
    by_name("http", "no-such-protocol");
    by_name("80", "tcp");
    by_port(80, "tcp");
    by_port(53, "udp");
    by_port(21, NULL);
    by_port(69, "tcp");
    by_port(61234, "tcp");
    const char *names[] = {"tcp", "udp", "icmp", "ipv6", "no-such-protocol"};
    for (int i = 0; i < 5; i++) {
        struct protoent *p = getprotobyname(names[i]);
        printf("%s: %d\n", names[i], p ? p->p_proto : -1);
    }
    struct protoent *p = getprotobynumber(6);
    printf("6: %s\n", p ? p->p_name : "none");
    EXPECT(getprotobynumber(254) == NULL);
    return t_status;
}
