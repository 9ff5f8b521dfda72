// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/time.h>
#include <time.h>

#include "internal.h"

// Time zones: there is UTC. And clocks that only the host may set.

char *tzname[2] = {"UTC", "UTC"};
int daylight;
long timezone;

void tzset(void) {}

int clock_settime(clockid_t clock, const struct timespec *time) {
    (void)clock, (void)time;
    return __net_ret(EPERM);
}

int settimeofday(const struct timeval *time, const struct timezone *zone) {
    (void)time, (void)zone;
    return __net_ret(EPERM);
}
