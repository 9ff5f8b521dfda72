// SPDX-License-Identifier: Apache-2.0
// env: LOCALDOMAIN=one.test RES_OPTIONS=ndots:3

#include "../test.h"
#include <resolv.h>

// What the environment says of searching and asking.

static void show_state(void) {
    REQUIRE(res_init());
    printf("%d %d %d, %d %d %d:", _res.ndots, _res.retrans, _res.retry, !!(_res.options & RES_ROTATE),
           !!(_res.options & RES_USEVC), !!(_res.options & RES_USE_EDNS0));
    for (char **domain = _res.dnsrch; *domain; domain++) printf(" %s", *domain);
    printf("\n");
}

int main(void) {
    setenv("RES_OPTIONS", "ndots:3 timeout:7 attempts:4", 1);
    show_state();
    setenv("LOCALDOMAIN", "a.test b.test c.test", 1);
    setenv("RES_OPTIONS", "ndots:99 timeout:99 attempts:99 rotate use-vc edns0 nonsense", 1);
    show_state();
    setenv("LOCALDOMAIN", "1.t 2.t 3.t 4.t 5.t 6.t", 1);
    setenv("RES_OPTIONS", "ndots:0 timeout:1 attempts:1", 1);
    show_state();
    return t_status;
}
