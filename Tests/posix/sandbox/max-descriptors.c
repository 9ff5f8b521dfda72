// SPDX-License-Identifier: Apache-2.0
// netwasi: --max-descriptors 2000

#include "../test.h"
#include <sys/resource.h>

// The host's flag is the limit that the program sees.

int main(void) {
    struct rlimit limit;
    REQUIRE(getrlimit(RLIMIT_NOFILE, &limit));
    printf("%d %d %ld\n", (int)limit.rlim_cur, (int)limit.rlim_max, sysconf(_SC_OPEN_MAX));
    SHOW(dup2(0, 1999));
    SHOW(dup2(0, 2000));
    return t_status;
}
