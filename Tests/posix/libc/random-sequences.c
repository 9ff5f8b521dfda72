// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/random.h>

// The 48 bit generators, whose sequences POSIX fixes, and the ones that nobody can foretell.

#ifndef __wasi__
// What glibc has had since 2.36, and BSD before.
#if !__GLIBC_PREREQ(2, 36)
static uint32_t arc4random(void) { uint32_t n; return getrandom(&n, sizeof n, 0) > 0 ? n : 0; }
static void arc4random_buf(void *p, size_t n) { if (getrandom(p, n, 0) < 0) abort(); }
static uint32_t arc4random_uniform(uint32_t n) { return n < 2 ? 0 : arc4random() % n; }
#endif
#endif

int main(void) {
    srand48(42);
    printf("%ld ", lrand48());
    printf("%ld ", mrand48());
    printf("%.12f\n", drand48());
    unsigned short state[3] = {1, 2, 3}, *seen;
    printf("%.12f ", erand48(state));
    printf("%ld ", jrand48(state));
    printf("%ld\n", nrand48(state));
    printf("%hu %hu %hu\n", state[0], state[1], state[2]);
    unsigned short seed[3] = {7, 8, 9};
    seen = seed48(seed);
    EXPECT(seen != NULL);
    printf("%ld\n", lrand48());
    seen = seed48(seed);
    printf("%hu %hu %hu\n", seen[0], seen[1], seen[2]);
    srand48(-1);
    printf("%ld\n", mrand48());
    unsigned short all[7] = {1, 2, 3, 4, 5, 6, 7};
    lcong48(all);
    printf("%ld ", lrand48());
    printf("%ld\n", mrand48());

    srand(5);
    int first = rand(), second = rand();
    EXPECT(first != second && first >= 0 && second >= 0);
    srand(5);
    EXPECT(rand() == first && rand() == second);

    unsigned char bytes[64] = {0};
    arc4random_buf(bytes, sizeof bytes);
    int different = 0;
    for (size_t i = 1; i < sizeof bytes; i++) different += bytes[i] != bytes[0];
    EXPECT(different > 32);
    int high = 0;
    for (int i = 0; i < 64; i++) high += arc4random() >> 31;
    EXPECT(high > 8 && high < 56);
    for (int i = 0; i < 1000; i++) EXPECT(arc4random_uniform(10) < 10);
    EXPECT_EQ(arc4random_uniform(0), 0);
    EXPECT_EQ(arc4random_uniform(1), 0);
    return t_status;
}
