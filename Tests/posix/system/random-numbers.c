// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/random.h>

// Sequences repeat from their seed on, states are kept apart, and entropy comes in the sizes that it may.

int main(void) {
    long first[4], again[4], other[4];
    char state[128], *previous;
    srandom(7);
    for (int i = 0; i < 4; i++) first[i] = random();
    srandom(7);
    for (int i = 0; i < 4; i++) again[i] = random();
    srandom(8);
    for (int i = 0; i < 4; i++) other[i] = random();
    EXPECT(memcmp(first, again, sizeof first) == 0 && memcmp(first, other, sizeof first) != 0);
    for (int i = 0; i < 4; i++) EXPECT(first[i] >= 0 && first[i] <= 0x7fffffff);
    srandom(7);
    EXPECT_EQ(random(), first[0]);
    previous = initstate(7, state, sizeof state);
    EXPECT(previous != NULL);
    EXPECT_EQ(random(), first[0]);
    EXPECT(setstate(previous) == state);
    EXPECT_EQ(random(), first[1]);
    unsigned seed = 5, same = 5;
    EXPECT_EQ(rand_r(&seed), rand_r(&same));
    srand48(3);
    double d = drand48();
    srand48(3);
    EXPECT(d == drand48() && d >= 0 && d < 1);
    printf("%.9f\n", d);
    unsigned short numbers[3] = {1, 2, 3};
    printf("%ld\n", nrand48(numbers));
    unsigned char bytes[300] = {0};
    SHOW(getentropy(bytes, 256));
    SHOW(getentropy(bytes, 257));
    SHOW(getentropy(bytes, 0));
    SHOW(getrandom(bytes, sizeof bytes, 0));
    SHOW(getrandom(bytes, 16, GRND_NONBLOCK | GRND_RANDOM) > 0);
    SHOW(getrandom(bytes, 16, 0x8000));
    int different = 0;
    for (size_t i = 1; i < sizeof bytes; i++) different += bytes[i] != bytes[0];
    EXPECT(different > 200);
    return t_status;
}
