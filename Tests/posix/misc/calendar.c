// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// gmtime, timegm-like mktime in UTC, and strftime, before and after 1970 and past 2038.

int main(void) {
    static const long long times[] = {0, 951782400, 1234567890, 2147483648LL, 4102444800LL, -86400};
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        time_t t = times[i];
        struct tm tm = {0};
        char text[64];
        EXPECT(gmtime_r(&t, &tm) == &tm);
        strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %a %j", &tm);
        printf("%lld: %s\n", times[i], text);
    }
    return t_status;
}
