// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <sys/resource.h>

// RLIMIT_NOFILE bounds the numbers that descriptors are given: EMFILE, EBADF from dup2, EINVAL from F_DUPFD and poll;
// what is open stays. libevent's test of a listener that runs out of descriptors rests on it.

static struct rlimit limits(void) {
    struct rlimit limit;
    REQUIRE(getrlimit(RLIMIT_NOFILE, &limit));
    return limit;
}

static int set(rlim_t soft, rlim_t hard) {
    struct rlimit limit = {.rlim_cur = soft, .rlim_max = hard};
    return setrlimit(RLIMIT_NOFILE, &limit);
}

int main(void) {
    struct rlimit first = limits();
    EXPECT(first.rlim_cur >= 256 && first.rlim_cur <= first.rlim_max);
    EXPECT_EQ(getdtablesize(), (int)first.rlim_cur);
    EXPECT_EQ(sysconf(_SC_OPEN_MAX), (long)first.rlim_cur);

    int high = REQUIRE(fcntl(0, F_DUPFD, 40)), base = REQUIRE(dup(0)), end = base + 3, pair[2];
    REQUIRE(close(base));
    SHOW(set(end, first.rlim_max));
    EXPECT_EQ(limits().rlim_cur, end);
    EXPECT(limits().rlim_max == first.rlim_max);
    EXPECT_EQ(getdtablesize(), end);
    EXPECT_EQ(sysconf(_SC_OPEN_MAX), end);

    // Three numbers are left.
    SHOW(dup(0) - base);
    SHOW(pipe(pair));
    SHOW(dup(0));
    SHOW(pipe(pair));
    SHOW(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(open("/dev/null", O_RDONLY));
    SHOW(dup2(0, end));
    SHOW(dup2(0, end - 1) - base);
    SHOW(fcntl(0, F_DUPFD, end));
    SHOW(fcntl(0, F_DUPFD, end - 1));
    EXPECT(fcntl(high, F_GETFD) == 0);
    SHOW(dup2(high, high) == high);
    struct pollfd entries[41];
    for (int i = 0; i < 41; i++) entries[i].fd = -1;
    SHOW(poll(entries, (nfds_t)end, 0));
    SHOW(poll(entries, (nfds_t)end + 1, 0));
    SHOW(close(base + 1));
    SHOW(dup(0) - base);

    SHOW(set(7, 6)); // more than may ever be
    SHOW(set(0, first.rlim_max));
    SHOW(dup(0));
    SHOW(poll(entries, 0, 0));
    SHOW(set(6, 50));
    EXPECT(getuid() == 0 || (set(6, 51) == -1 && errno == EPERM));
    SHOW(set(50, 50));
    EXPECT_EQ(limits().rlim_cur, 50);
    SHOW(fcntl(0, F_DUPFD, 49));
    SHOW(close(high));
    return t_status;
}
