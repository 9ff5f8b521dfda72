// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/uio.h>

// writev and write to standard output mix with flushed stdio in order.

int main(void) {
    struct iovec iov[4] = {{"one ", 4}, {NULL, 0}, {"two ", 4}, {"three\n", 6}};
    printf("before\n");
    fflush(stdout);
    EXPECT_EQ(writev(1, iov, 4), 14);
    EXPECT_EQ(write(STDOUT_FILENO, "write\n", 6), 6);
    dprintf(1, "dprintf %d\n", 5);
    printf("after\n");
    return t_status;
}
