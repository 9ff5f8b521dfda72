// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include "../test.h"

// eventfd: what is written adds up, a read takes all, and what is full or empty blocks.

int main(void) {
    int fd = REQUIRE(eventfd(5, EFD_NONBLOCK | EFD_CLOEXEC));
    eventfd_t value = 0;
    printf("close on exec %d, nonblocking %d, read and write %d\n", fcntl(fd, F_GETFD) & FD_CLOEXEC,
           (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0, (fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR);
    SHOW(eventfd_read(fd, &value));
    printf("%llu\n", (unsigned long long)value);
    SHOW(eventfd_read(fd, &value));
    SHOW(eventfd_write(fd, 3));
    SHOW(eventfd_write(fd, UINT64_C(1) << 40));
    SHOW(eventfd_write(fd, 0));
    SHOW(read(fd, &value, sizeof value));
    printf("%llu\n", (unsigned long long)value);
    SHOW(read(fd, &value, 7));
    SHOW(write(fd, &value, 7));
    SHOW(eventfd_write(fd, UINT64_MAX));
    SHOW(eventfd_write(fd, UINT64_MAX - 1));
    struct pollfd polled = {.fd = fd, .events = POLLIN | POLLOUT};
    SHOW(poll(&polled, 1, 0));
    printf("full: %s\n", events_text(polled.revents));
    SHOW(eventfd_write(fd, 1));
    int copy = REQUIRE(dup(fd));
    SHOW(eventfd_read(copy, &value));
    printf("%d\n", value == UINT64_MAX - 1);
    SHOW(poll(&polled, 1, 0));
    printf("empty: %s\n", events_text(polled.revents));
    SHOW(lseek(fd, 0, SEEK_CUR) == 0 || errno == ESPIPE);
    SHOW(eventfd(0, O_TRUNC));
    SHOW(eventfd_read(-1, &value));
    return t_status;
}
