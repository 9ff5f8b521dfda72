// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// All 64 bits of a member's data come back, as they were last set.

int main(void) {
    int set = REQUIRE(epoll_create1(0)), ends[2];
    struct epoll_event event = {.events = EPOLLOUT, .data.u64 = 0x0123456789abcdef}, got[3];
    REQUIRE(pipe(ends));
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, ends[1], &event));
    memset(got, 0x55, sizeof got);
    SHOW(epoll_wait(set, got, 3, 1000));
    printf("%016llx %s\n", (unsigned long long)got[0].data.u64, events_text((int)got[0].events));
    event.data.u64 = UINT64_MAX;
    REQUIRE(epoll_ctl(set, EPOLL_CTL_MOD, ends[1], &event));
    SHOW(epoll_wait(set, got, 1, 1000));
    printf("%016llx\n", (unsigned long long)got[0].data.u64);
    event.data.ptr = &event;
    REQUIRE(epoll_ctl(set, EPOLL_CTL_MOD, ends[1], &event));
    SHOW(epoll_wait(set, got, 1, 1000));
    EXPECT(got[0].data.ptr == &event);
    int copies[5];
    for (int i = 0; i < 5; i++) {
        copies[i] = REQUIRE(dup(ends[1]));
        event.data.u64 = 0xfedcba9800000000 | (unsigned)i;
        REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, copies[i], &event));
    }
    static struct epoll_event all[16];
    unsigned long long sum = 0;
    int count = SHOW(epoll_wait(set, all, 16, 1000));
    for (int i = 0; i < count; i++)
        if (all[i].data.ptr != &event) sum += all[i].data.u64 - 0xfedcba9800000000;
    printf("sum %llu\n", sum);
    return t_status;
}
