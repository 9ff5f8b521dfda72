// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include "../test.h"

// EFD_SEMAPHORE: each read takes one.

int main(void) {
    int fd = REQUIRE(eventfd(0, EFD_SEMAPHORE | EFD_NONBLOCK));
    eventfd_t value;
    SHOW(eventfd_write(fd, 2));
    for (int i = 0; i < 3; i++)
        if (SHOW(eventfd_read(fd, &value)) == 0) printf("%llu\n", (unsigned long long)value);
    set_nonblocking(fd, 0);
    SHOW(eventfd_write(fd, 1));
    SHOW(eventfd_read(fd, &value));
    printf("%llu\n", (unsigned long long)value);
    return t_status;
}
