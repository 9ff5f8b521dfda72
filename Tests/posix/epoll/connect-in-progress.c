// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>

#include "../test.h"

// A connect in progress: writable when it is done, an error when it is refused.

static void add(int set, int fd, uint32_t events, int data) {
    struct epoll_event event = {.events = events, .data.fd = data};
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, fd, &event));
}

// Prints what is ready now, in the order of the data.
static void report(const char *when, int set, int timeout) {
    struct epoll_event events[8];
    int count = REQUIRE(epoll_wait(set, events, 8, timeout));
    printf("%s: %d", when, count);
    for (int data = 0; data < 100; data++)
        for (int i = 0; i < count; i++)
            if (events[i].data.fd == data) printf(" %d=%s", data, events_text((int)events[i].events));
    printf("\n");
}

int main(void) {
    struct endpoint at;
    int set = REQUIRE(epoll_create1(0)), listener = listening_socket(AF_INET, &at), error = 0;
    socklen_t length = sizeof error;
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    EXPECT(connect(fd, &at.any, at.len) == 0 || errno == EINPROGRESS);
    add(set, fd, EPOLLIN | EPOLLOUT | EPOLLET, 1);
    report("connected", set, 10000);
    REQUIRE(close(listener));
    int refused = REQUIRE(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    if (connect(refused, &at.any, at.len) < 0 && errno == EINPROGRESS) {
        wait_for(refused, POLLOUT);
        REQUIRE(getsockopt(refused, SOL_SOCKET, SO_ERROR, &error, &length));
    } else {
        error = errno;
    }
    printf("refused: %s\n", errname(error));
    REQUIRE(close(fd));
    REQUIRE(close(refused));
    report("closed", set, 0);
    return t_status;
}
