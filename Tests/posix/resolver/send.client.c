// SPDX-License-Identifier: Apache-2.0

#include "dns-client.h"

// Questions made and sent by hand.

int main(int argc, char **argv) {
    unsigned char query[512], answer[512];
    use_server(argv[1]);
    int size = SHOW(res_mkquery(ns_o_query, "nx.test", ns_c_in, ns_t_mx, NULL, 0, NULL, query, sizeof query));
    printf("flags %02x%02x, questions %d, records %d %d %d\n", query[2], query[3], query[5], query[7], query[9], query[11]);
    print_records(query, size, ns_s_qd);
    int got = SHOW(res_send(query, size, answer, sizeof answer));
    printf("same id: %d, code %d\n", !memcmp(query, answer, 2), got > 0 ? answer[3] & 15 : -1);
    unsigned first = ns_get16(query), same = 0;
    for (int i = 0; i < 8; i++) {
        res_mkquery(ns_o_query, "nx.test", ns_c_in, ns_t_mx, NULL, 0, NULL, query, sizeof query);
        same += ns_get16(query) == first;
    }
    EXPECT(same < 4);
    SHOW(res_mkquery(ns_o_query, "nx.test", ns_c_in, ns_t_mx, NULL, 0, NULL, query, 24));
    SHOW(res_mkquery(ns_o_query, "nx.test", ns_c_in, ns_t_mx, NULL, 0, NULL, query, 25));
    SHOW(res_mkquery(ns_o_status, "nx.test", ns_c_in, ns_t_mx, NULL, 0, NULL, query, sizeof query));
    SHOW(res_mkquery(ns_o_query, "a..b", ns_c_in, ns_t_mx, NULL, 0, NULL, query, sizeof query));
    _res.options &= ~RES_RECURSE;
    res_mkquery(ns_o_query, "ok.test", ns_c_in, ns_t_a, NULL, 0, NULL, query, sizeof query);
    printf("flags %02x%02x\n", query[2], query[3]);
    // The same with the state named; after res_close it can be made again.
    got = SHOW(res_nsend(&_res, query, size, answer, sizeof answer));
    printf("code %d\n", got > 0 ? answer[3] & 15 : -1);
    got = SHOW(res_nquerydomain(&_res, "ok", "test", ns_c_in, ns_t_a, answer, sizeof answer));
    if (got > 0) print_records(answer, got, ns_s_an);
    stop_server();
    res_close();
    EXPECT_EQ(res_init(), 0);
    res_close();
    return t_status;
}
