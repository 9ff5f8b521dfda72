// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <float.h>
#include <math.h>
#include <stdint.h>

// printf and strtod of numbers at their edges.

int main(void) {
    static const double values[] = {0, -0.0, 1, 0.1, 1e300, DBL_MAX, DBL_MIN, 5e-324, 123456789.125, 1.0 / 3};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        printf("%g %.17g %.3f %e %a\n", values[i], values[i], fmod(values[i], 1000), values[i],
               values[i] < DBL_MIN ? 0 : values[i]);
    printf("%g %g %g\n", INFINITY, -INFINITY, fabs(NAN));
    printf("%d %u %lld %llu %jd\n", INT32_MIN, UINT32_MAX, (long long)INT64_MIN, (unsigned long long)UINT64_MAX,
           (intmax_t)INT64_MAX);
    printf("[%5d] [%-5d] [%05d] [%+d] [%x] [%#X] [%o] [%c] [%.2s] [%*d]\n", 42, 42, 42, 42, 255, 255, 8, 'c', "text", 6, 7);
    static const char *const texts[] = {"1e400", "-1e400", "1e-400", "0x1.8p3", "inf", "nan", "12abc", "abc", " 7 ", "1e5"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char *end;
        errno = 0;
        double d = strtod(texts[i], &end);
        printf("%s: %g, %d used%s\n", texts[i], fabs(d), (int)(end - texts[i]), errno == ERANGE ? ", ERANGE" : "");
    }
    SHOW(strtoll("9223372036854775808", NULL, 10));
    SHOW(errno == ERANGE);
    SHOW(strtoll("-0x10", NULL, 0));
    return t_status;
}
