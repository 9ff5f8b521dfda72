// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// stderr: refused a look at network interfaces

#include "../test.h"
#include <ifaddrs.h>
#include <net/if.h>

// Without any rule there are no interfaces to see.

int main(void) {
    struct ifaddrs *list;
    SHOW(getifaddrs(&list));
    errno = 0;
    unsigned index = if_nametoindex("lo");
    printf("%u %s\n", index, errname(errno));
    errno = 0;
    struct if_nameindex *names = if_nameindex();
    printf("%d %s\n", names != NULL, errname(errno));
    return t_status;
}
