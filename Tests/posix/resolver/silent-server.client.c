// SPDX-License-Identifier: Apache-2.0

#include "dns-client.h"

// A server that says nothing is asked as often as the state says, for as long; then there is another one.

int main(int argc, char **argv) {
    unsigned char answer[512];
    use_server(argv[1]);
    _res.retrans = 1;
    _res.retry = 2;
    long long start = now_ms();
    SHOW(res_query("silent.test", ns_c_in, ns_t_a, answer, sizeof answer));
    printf("%s\n", h_error_name(h_errno));
    EXPECT(now_ms() - start >= 1990 && now_ms() - start < 8000);
    _res.retrans = 5;
    print_asked();

    // Nobody listens at the first one's port.
    struct endpoint nobody;
    close(bound_socket(AF_INET, SOCK_DGRAM, &nobody));
    _res.nsaddr_list[1] = _res.nsaddr_list[0];
    _res.nsaddr_list[0] = nobody.v4;
    _res.nscount = 2;
    start = now_ms();
    SHOW(res_query("ok.test", ns_c_in, ns_t_a, answer, sizeof answer));
    EXPECT(now_ms() - start < 4000);
    _res.nscount = 1;
    SHOW(res_query("ok.test", ns_c_in, ns_t_a, answer, sizeof answer));
    printf("%s\n", h_error_name(h_errno));
    _res.nsaddr_list[0] = _res.nsaddr_list[1];
    print_asked();
    stop_server();
    return t_status;
}
