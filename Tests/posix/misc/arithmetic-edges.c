// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <math.h>
#include <stdint.h>

// Integer and floating arithmetic where compilers and interpreters go wrong.

int main(void) {
    volatile int32_t min32 = INT32_MIN, minus1 = -1, seven = 7;
    volatile uint32_t big32 = 0xfffffff0u;
    volatile int64_t min64 = INT64_MIN, shift = 63;
    volatile uint64_t big64 = 0xfedcba9876543210u;
    volatile double d = -7.5, huge = 4294967295.5, tiny = 0x1p-1074;
    volatile int32_t odd = 16777217;
    volatile float f = odd;
    printf("%d %d %d\n", min32 / seven, min32 % seven, minus1 >> 31);
    printf("%u %u %u\n", big32 / 7, big32 % 7, big32 >> 28);
    printf("%lld %lld\n", (long long)(min64 / seven), (long long)(min64 >> shift));
    printf("%llu %llu %llx\n", (unsigned long long)(big64 / 10), (unsigned long long)(big64 % 10),
           (unsigned long long)(big64 << 4 | big64 >> 60));
    printf("%d %u %lld\n", (int)d, (unsigned)huge, (long long)(huge * 1024));
    printf("%g %g %g %g %g\n", ceil(d), floor(d), trunc(d), rint(d), round(d));
    printf("%g %g %g\n", tiny / 2, tiny * 2, (double)f);
    printf("%d %d %d\n", __builtin_clz(1), __builtin_ctzll(big64), __builtin_popcountll(big64));
    printf("%d %d\n", signbit(copysign(0.0, d)) != 0, sqrt(-1.0 * seven) != sqrt(-1.0 * seven));
    printf("%g %g\n", fmin(d, huge), fmax(d, huge));
    printf("%u\n", (unsigned)(uint8_t)(int)d);
    return t_status;
}
