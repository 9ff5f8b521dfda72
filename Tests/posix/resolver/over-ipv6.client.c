// SPDX-License-Identifier: Apache-2.0

#include "dns-client.h"

// A state of one's own, and a server with an IPv6 address in it.

int main(int argc, char **argv) {
    struct __res_state state = {0};
    static struct sockaddr_in6 server;
    unsigned char answer[4096];
    REQUIRE(res_ninit(&state));
    EXPECT(state.options & RES_INIT);
    server = loopback(AF_INET6, atoi(argv[1])).v6;
    state.nscount = 1;
    state._u._ext.nscount = 1;
    memset(&state.nsaddr_list[0], 0, sizeof state.nsaddr_list[0]);
    struct sockaddr_in6 *previous = state._u._ext.nsaddrs[0];
    state._u._ext.nsaddrs[0] = &server;
    SHOW(res_nquery(&state, "ok.test", ns_c_in, ns_t_aaaa, answer, sizeof answer));
    SHOW(res_nquery(&state, "many.test", ns_c_in, ns_t_a, answer, sizeof answer));
    SHOW(res_nquery(&state, "nx.test", ns_c_in, ns_t_a, answer, sizeof answer));
    printf("%s\n", h_error_name(state.res_h_errno));
    state.ndots = 1;
    SHOW(res_nsearch(&state, "ok.test", ns_c_in, ns_t_a, answer, sizeof answer));
    SHOW(res_nquery(&state, "stop.test", ns_c_in, ns_t_a, answer, sizeof answer));
    state._u._ext.nsaddrs[0] = previous;
    res_nclose(&state);
    return t_status;
}
