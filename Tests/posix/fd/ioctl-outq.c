// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <linux/sockios.h>
#include <sys/ioctl.h>

// What waits to be read at either end.

int main(void) {
    int pair[2], bytes = -1;
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    SHOW(ioctl(pair[0], SIOCOUTQ, &bytes));
    printf("%d\n", bytes);
    write_all(pair[0], "hello", 5);
    SHOW(ioctl(pair[0], TIOCOUTQ, &bytes));
    printf("some: %d\n", bytes >= 5);
    SHOW(ioctl(pair[1], SIOCINQ, &bytes));
    printf("%d\n", bytes);
    char buffer[8];
    EXPECT_EQ(read_all(pair[1], buffer, 5), 5);
    SHOW(ioctl(pair[0], SIOCOUTQ, &bytes));
    printf("%d\n", bytes);
    connected_pair(AF_INET, pair);
    SHOW(ioctl(pair[0], SIOCOUTQ, &bytes));
    printf("%d\n", bytes);
    SHOW(ioctl(pair[0], SIOCOUTQ, NULL));
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at), ends[2];
    SHOW(ioctl(listener, SIOCOUTQ, &bytes));
    REQUIRE(pipe(ends));
    SHOW(ioctl(ends[1], TIOCOUTQ, &bytes));
    SHOW(ioctl(-1, SIOCOUTQ, &bytes));
    return t_status;
}
