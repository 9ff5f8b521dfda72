// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <sys/resource.h>

// poll takes as many records as descriptors may be open, and none.

int main(void) {
    static struct pollfd records[101];
    struct pollfd *volatile array = records, *volatile nothing = NULL;
    volatile nfds_t many = 101, most = (nfds_t)-1, one = 1;
    struct rlimit limit;
    for (int i = 0; i < 101; i++) records[i] = (struct pollfd){.fd = 1, .events = POLLOUT};
    REQUIRE(getrlimit(RLIMIT_NOFILE, &limit));
    limit.rlim_cur = 100;
    REQUIRE(setrlimit(RLIMIT_NOFILE, &limit));
    SHOW(poll(array, many - 1, 0));
    SHOW(poll(array, many, 0));
    SHOW(poll(nothing, 0, 1));
    SHOW(poll(nothing, one, 0));
    SHOW(poll(array, most, 0));
    return t_status;
}
