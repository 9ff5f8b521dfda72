// SPDX-License-Identifier: Apache-2.0

#include "dns-client.h"

// What the server says, and what cannot be asked, each have an error of their own.

static void query(const char *name) {
    unsigned char answer[512];
    int size = res_query(name, ns_c_in, ns_t_a, answer, sizeof answer);
    printf("%.40s: %d %s\n", name, size, h_error_name(h_errno));
}

int main(int argc, char **argv) {
    unsigned char answer[512];
    char label[100], name[400] = "";
    use_server(argv[1]);
    _res.retry = 1;
    query("ok.test");
    query("nx.test");
    query("nodata.test");
    query("servfail.test");
    query("refused.test");
    query("formerr.test");
    query("notimp.test");
    query("a..test");
    query(".test");
    memset(label, 'a', sizeof label);
    label[63] = '\0';
    query(label);
    label[63] = 'a', label[64] = '\0';
    query(label);
    label[49] = '.', label[50] = '\0';
    for (int i = 0; i < 6; i++) strcat(name, label);
    query(name);
    SHOW(res_query("ok.test", ns_c_in, ns_t_a, answer, 11));
    SHOW(res_query("ok.test", 70000, ns_t_a, answer, sizeof answer));
    SHOW(res_query("ok.test", ns_c_in, -1, answer, sizeof answer));
    print_asked();
    stop_server();
    return t_status;
}
