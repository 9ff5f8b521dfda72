// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/param.h>
#include <sys/select.h>

// Sets of the program's own allocation, with as many words as the count takes: what lies behind them is not written.

int main(void) {
    struct timeval none = {0, 0};
    int fd = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    for (int count = fd + 1; count <= 200; count += 7) {
        size_t words = howmany(count, NFDBITS);
        fd_mask *set = calloc(words + 4, sizeof(fd_mask));
        for (size_t i = words; i < words + 4; i++) set[i] = (fd_mask)0x5a5a5a5a;
        FD_SET(fd, (fd_set *)set);
        EXPECT_EQ(select(count, (fd_set *)set, NULL, NULL, &none), 1);
        EXPECT(FD_ISSET(fd, (fd_set *)set));
        for (size_t i = words; i < words + 4; i++) EXPECT_EQ(set[i], 0x5a5a5a5a);
        FD_CLR(fd, (fd_set *)set);
        for (size_t i = 0; i < words; i++) EXPECT_EQ(set[i], 0);
        free(set);
    }
    return t_status;
}
