// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-net --dir @SCRATCH@::/
// setup: mkdir etc && printf '# comment\nnameserver 192.0.2.1\nnameserver nonsense\nnameserver 2001:db8::1 # x\nsearch old.test\nsearch one.test two.test\noptions ndots:2 timeout:3\nnameserver [192.0.2.2]:5300\nnameserver 192.0.2.3' > etc/resolv.conf

#include "../test.h"
#include <resolv.h>

// Name servers come from the /etc/resolv.conf that was granted, or from RES_NAMESERVERS, at most three.

static void show_state(void) {
    char text[INET6_ADDRSTRLEN];
    REQUIRE(res_init());
    for (int i = 0; i < _res.nscount; i++) {
        struct sockaddr_in *v4 = &_res.nsaddr_list[i];
        struct sockaddr_in6 *v6 = _res._u._ext.nsaddrs[i];
        if (v4->sin_family) printf("%s %d\n", inet_ntop(AF_INET, &v4->sin_addr, text, sizeof text), ntohs(v4->sin_port));
        else printf("%s %d\n", inet_ntop(AF_INET6, &v6->sin6_addr, text, sizeof text), ntohs(v6->sin6_port));
    }
    printf("%d %d:", _res.ndots, _res.retrans);
    for (char **domain = _res.dnsrch; *domain; domain++) printf(" %s", *domain);
    printf("\n");
}

int main(void) {
    show_state();
    setenv("RES_NAMESERVERS", "[::1]:5353 192.0.2.9 [bad [::1]53 [::1]: [::1]:x [::1]:70000", 1);
    show_state();
    REQUIRE(rename("/etc/resolv.conf", "/etc/gone"));
    unsetenv("RES_NAMESERVERS");
    _res.dnsrch[0] = NULL;
    REQUIRE(res_init());
    printf("%d %d %d\n", _res.nscount, ntohs(_res.nsaddr.sin_port), _res.nsaddr.sin_addr.s_addr == htonl(INADDR_LOOPBACK));
    return t_status;
}
