// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/select.h>

#include "../test.h"

// A counter in poll, select and epoll, level and edge.

int main(void) {
    int fd = REQUIRE(eventfd(0, 0)), set = REQUIRE(epoll_create1(0));
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET};
    eventfd_t value;
    fd_set reading;
    struct timeval timeout = {0};
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, fd, &event));
    for (int round = 0; round < 2; round++) {
        FD_ZERO(&reading);
        FD_SET(fd, &reading);
        SHOW(select(fd + 1, &reading, NULL, NULL, &timeout));
        printf("epoll %d", epoll_wait(set, &event, 1, 0));
        printf(" %s\n", events_text((int)event.events));
        printf("epoll again %d\n", epoll_wait(set, &event, 1, 0));
        SHOW(eventfd_write(fd, 1));
        printf("poll %s\n", events_text(wait_for(fd, POLLIN)));
    }
    SHOW(epoll_wait(set, &event, 1, 0));
    SHOW(eventfd_read(fd, &value));
    printf("%llu\n", (unsigned long long)value);
    return t_status;
}
