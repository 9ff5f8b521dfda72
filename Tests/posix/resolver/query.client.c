// SPDX-License-Identifier: Apache-2.0

#include "dns-client.h"

// Records of each kind, with names that are compressed.

static void query(const char *name, int type) {
    unsigned char answer[1024];
    int size = res_query(name, ns_c_in, type, answer, sizeof answer);
    printf("%s %d: %d %s\n", name, type, size, h_error_name(size < 0 ? h_errno : 0));
    if (size < 0) return;
    print_records(answer, size, ns_s_qd);
    print_records(answer, size, ns_s_an);
}

int main(int argc, char **argv) {
    use_server(argv[1]);
    query("ok.test", ns_t_a);
    query("ok.test.", ns_t_aaaa);
    query("OK.Test", ns_t_mx);
    query("ok.test", ns_t_txt);
    query("ok.test", ns_t_srv);
    query("ok.test", ns_t_cname);
    query("ok.esc\\.aped.test", ns_t_a);
    query("ok.t\\101b.test", ns_t_a);
    query("", ns_t_a);
    print_asked();
    stop_server();
    return t_status;
}
