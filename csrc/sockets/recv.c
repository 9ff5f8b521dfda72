// SPDX-License-Identifier: Apache-2.0
#include <stddef.h>
#include <sys/socket.h>

ssize_t recv(int fd, void *buf, size_t size, int flags) { return recvfrom(fd, buf, size, flags, NULL, NULL); }
