// SPDX-License-Identifier: Apache-2.0

#include "dns-client.h"

// An answer that was cut is asked for again over a connection, unless the program wants it as it is; what a buffer cannot
// hold is left out.

int main(int argc, char **argv) {
    unsigned char answer[4096];
    use_server(argv[1]);
    int size = SHOW(res_query("many.test", ns_c_in, ns_t_a, answer, sizeof answer));
    if (size > 0) print_records(answer, size, ns_s_an);
    memset(answer, 0x5a, sizeof answer);
    SHOW(res_query("many.test", ns_c_in, ns_t_a, answer, 600));
    printf("cut: %d, next byte %#x\n", answer[2] & 2, answer[600]);
    _res.options |= RES_IGNTC;
    SHOW(res_query("many.test", ns_c_in, ns_t_a, answer, sizeof answer));
    _res.options &= ~RES_IGNTC;
    _res.options |= RES_USEVC;
    SHOW(res_query("ok.test", ns_c_in, ns_t_a, answer, sizeof answer));
    _res.options &= ~RES_USEVC;
    print_asked();
    stop_server();
    return t_status;
}
