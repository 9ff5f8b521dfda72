// SPDX-License-Identifier: Apache-2.0

#include "dns-client.h"

// What is no answer to the question is not taken for one; a name that goes round in circles ends in an error.

static void query(const char *name, int type) {
    unsigned char answer[512];
    int size = res_query(name, ns_c_in, type, answer, sizeof answer);
    printf("%s: %d\n", name, size);
    if (size > 0) print_records(answer, size, ns_s_an);
}

int main(int argc, char **argv) {
    use_server(argv[1]);
    query("badid.test", ns_t_a);
    query("badname.test", ns_t_a);
    query("query.test", ns_t_a);
    query("loop.test", ns_t_cname);
    print_asked();
    stop_server();
    return t_status;
}
