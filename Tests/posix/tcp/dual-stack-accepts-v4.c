// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// An IPv6 listener that is not V6ONLY takes IPv4 callers and shows them as mapped addresses.

int main(void) {
    int listener = REQUIRE(socket(AF_INET6, SOCK_STREAM, 0)), off = 0;
    struct endpoint any = {.len = sizeof any.v6};
    any.v6.sin6_family = AF_INET6;
    SHOW(setsockopt(listener, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off));
    SHOW(bind(listener, &any.any, any.len));
    SHOW(listen(listener, 4));
    struct endpoint at = local_of(listener);
    for (int i = 0; i < 2; i++) {
        int family = i ? AF_INET6 : AF_INET;
        struct endpoint to = loopback(family, port_of(&at)), from = {.len = sizeof from.storage};
        int client = REQUIRE(socket(family, SOCK_STREAM, 0));
        SHOW(connect(client, &to.any, to.len));
        int server = SHOW_OK(accept(listener, &from.any, &from.len));
        struct endpoint local = local_of(server), sender = local_of(client);
        printf("from %s to %s, mapped %d\n", address_text(&from), address_text(&local),
               IN6_IS_ADDR_V4MAPPED(&from.v6.sin6_addr) != 0);
        EXPECT_EQ(port_of(&from), port_of(&sender));
    }
    return t_status;
}
