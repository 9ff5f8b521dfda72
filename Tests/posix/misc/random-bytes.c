// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// getentropy fills what it is asked to, differently each time, and no more than 256 bytes.

int main(void) {
    unsigned char a[256] = {0}, b[256] = {0};
    SHOW(getentropy(a, sizeof a));
    SHOW(getentropy(b, sizeof b));
    EXPECT(memcmp(a, b, sizeof a) != 0);
    int zeros = 0;
    for (int i = 0; i < 256; i++) zeros += a[i] == 0;
    EXPECT(zeros < 32);
    SHOW(getentropy(a, 0));
    volatile size_t too_many = 257;
    SHOW(getentropy(a, too_many));
    return t_status;
}
