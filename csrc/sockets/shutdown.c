// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stddef.h>
#include <sys/socket.h>

#include "internal.h"

// Ends one direction of a connection or both. Our header's SHUT_* are Linux's, one less than the imports' (and
// wasi-libc's): programs compiled with our header call the first function, others the second.

int shutdown(int fd, int how) {
    uint32_t directions = how >= SHUT_RD && how <= SHUT_RDWR ? (uint32_t)how + 1 : 0;
    return __net_ret(__wasi_socket_shutdown(fd, directions));
}

int __netwasi_shutdown_wasi(int fd, int how) __asm__("shutdown");

int __netwasi_shutdown_wasi(int fd, int how) { return __net_ret(__wasi_socket_shutdown(fd, (uint32_t)how)); }
