// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/resource.h>

// The number of descriptors can be limited, and what is open above the limit stays so.

int main(void) {
    struct rlimit limit, before;
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before));
    EXPECT(before.rlim_cur <= before.rlim_max);
    EXPECT_EQ(sysconf(_SC_OPEN_MAX), before.rlim_cur);
    EXPECT_EQ(getdtablesize(), before.rlim_cur);
    REQUIRE(dup2(1, 30));
    limit = (struct rlimit){20, before.rlim_max};
    SHOW(setrlimit(RLIMIT_NOFILE, &limit));
    EXPECT_EQ(sysconf(_SC_OPEN_MAX), 20);
    int fd, last = -1;
    while ((fd = dup(0)) >= 0) last = fd;
    printf("the last is %d, then %s\n", last, errname(errno));
    SHOW(dup2(0, 20));
    SHOW(dup2(0, 19));
    SHOW(fcntl(0, F_DUPFD, 20));
    SHOW(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(fcntl(30, F_GETFD));
    static struct pollfd records[21];
    for (int i = 0; i < 21; i++) records[i].fd = -1;
    SHOW(poll(records, 20, 0));
    SHOW(poll(records, 21, 0));
    SHOW(close(30));
    limit.rlim_cur = 25;
    SHOW(prlimit(0, RLIMIT_NOFILE, &limit, &before));
    printf("before: %d\n", (int)before.rlim_cur);
    SHOW(dup2(0, 24));
    limit.rlim_cur = limit.rlim_max + 1;
    SHOW(setrlimit(RLIMIT_NOFILE, &limit));
    limit = (struct rlimit){22, 23};
    SHOW(setrlimit(RLIMIT_NOFILE, &limit));
    SHOW(getrlimit(RLIMIT_NOFILE, &limit));
    printf("now: %d %d\n", (int)limit.rlim_cur, (int)limit.rlim_max);
    SHOW(prlimit(0, 1000, NULL, &limit));
    return t_status;
}
