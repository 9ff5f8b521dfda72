// SPDX-License-Identifier: Apache-2.0
#include <sys/socket.h>

int accept4(int fd, struct sockaddr *restrict addr, socklen_t *restrict len, int flags);

int accept(int fd, struct sockaddr *restrict addr, socklen_t *restrict len) { return accept4(fd, addr, len, 0); }
