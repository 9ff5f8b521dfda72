// SPDX-License-Identifier: Apache-2.0
// netwasi: --allow-outbound udp://127.0.0.1:1 --env RES_NAMESERVERS=[127.0.0.1]:2
// stderr: --allow-outbound udp://127.0.0.1:2

#include "../test.h"
#include <netdb.h>
#include <resolv.h>

// A name server is an address like any other: without leave it is not asked, and asking does not go on for long. Others
// are asked all the same.

int main(void) {
    unsigned char answer[512];
    SHOW(res_query("example.test", ns_c_in, ns_t_a, answer, sizeof answer));
    printf("no recovery: %d\n", h_errno == NO_RECOVERY);
    _res.nsaddr_list[1] = _res.nsaddr_list[0];
    _res.nsaddr_list[1].sin_port = htons(1);
    _res.nscount = 2;
    SHOW(res_query("example.test", ns_c_in, ns_t_a, answer, sizeof answer));
    printf("try again: %d\n", h_errno == TRY_AGAIN);
    return t_status;
}
