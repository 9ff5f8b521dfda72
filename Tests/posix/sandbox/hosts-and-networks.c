// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: mkdir etc && blanks=$(printf '%600s' '') && printf '# hosts\n127.0.0.1 localhost\n\n::1 localhost six\n10.1.2.3 gate gate.example other # note\n10.9.9.9\n10.4.4.4 long # %s 10.5.5.5 cut\n10.6.6.6 last\n' "$blanks" > etc/hosts && printf 'loopback 127.0.0.0 lo\nlab 10\nbroken x.y\noffice 192.168.7 desk bureau\nlong 11 # %s end 12\n' "$blanks" > etc/networks

#include "../test.h"
#include <netdb.h>

// What /etc/hosts and /etc/networks of the /etc that was granted say.

static void print_network(const struct netent *network) {
    if (!network) return (void)printf("none, %d\n", h_errno);
    printf("%s %#x %d:", network->n_name, network->n_net, network->n_addrtype == AF_INET);
    for (char **alias = network->n_aliases; *alias; alias++) printf(" %s", *alias);
    printf("\n");
}

int main(void) {
    struct hostent *host;
    struct netent *network;
    int lowest = REQUIRE(dup(1));
    while ((host = gethostent())) {
        char text[INET_ADDRSTRLEN];
        printf("%s %s:", inet_ntop(AF_INET, host->h_addr_list[0], text, sizeof text), host->h_name);
        for (char **alias = host->h_aliases; *alias; alias++) printf(" %s", *alias);
        printf("\n");
    }
    endhostent();
    while ((network = getnetent())) print_network(network);
    endnetent();
    print_network(getnetbyname("lab"));
    print_network(getnetbyname("bureau"));
    print_network(getnetbyname("nowhere"));
    print_network(getnetbyaddr(0x7f000000, AF_INET));
    print_network(getnetbyaddr(0x0a000000, AF_UNSPEC));
    print_network(getnetbyaddr(0x0a000000, AF_INET6));
    print_network(getnetbyname("long"));
    print_network(getnetbyname("end"));
    print_network(getnetbyname("lab"));
    print_network(getnetbyaddr(0x0a000000, AF_INET));
    EXPECT_EQ(dup(1), lowest + 1); // nothing was left open
    return t_status;
}
