// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "internal.h"

int eventfd(unsigned initial, int flags) {
    __wasi_fd_t fd = -1;
    uint32_t create = 0;
    int32_t error = __net_create_flags(flags, EFD_SEMAPHORE, &create);
    if (flags & EFD_SEMAPHORE) create |= __WASI_EVENT_SEMAPHORE;
    if (error == 0) error = __wasi_event_create_counter(initial, create, &fd);
    return __net_ret_value(error, fd);
}

int eventfd_read(int fd, eventfd_t *value) {
    return read(fd, value, sizeof *value) == sizeof *value ? 0 : -1;
}

int eventfd_write(int fd, eventfd_t value) {
    return write(fd, &value, sizeof value) == sizeof value ? 0 : -1;
}
