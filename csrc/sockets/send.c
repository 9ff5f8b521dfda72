// SPDX-License-Identifier: Apache-2.0
#include <stddef.h>
#include <sys/socket.h>

ssize_t send(int fd, const void *buf, size_t size, int flags) { return sendto(fd, buf, size, flags, NULL, 0); }
