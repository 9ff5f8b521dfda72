// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include "../test.h"

// Linux's cheaper and truer kinds of the two clocks.

static void compare(const char *name, clockid_t first, clockid_t second) {
    struct timespec a, b, c, resolution;
    REQUIRE(clock_gettime(first, &a));
    REQUIRE(clock_gettime(second, &b));
    REQUIRE(clock_gettime(second, &c));
    printf("%s: %d %d %d\n", name, llabs((long long)b.tv_sec - a.tv_sec) < 3600,
           c.tv_sec > b.tv_sec || (c.tv_sec == b.tv_sec && c.tv_nsec >= b.tv_nsec), clock_getres(second, &resolution));
}

int main(void) {
    compare("raw", CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW);
    compare("coarse", CLOCK_MONOTONIC, CLOCK_MONOTONIC_COARSE);
    compare("coarse real time", CLOCK_REALTIME, CLOCK_REALTIME_COARSE);
    return t_status;
}
