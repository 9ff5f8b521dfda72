// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "internal.h"

// The only file that turns the imports' results into errno.

// preview 1's own way to raise a signal, so that a program without sockets imports nothing but preview 1.
int32_t __net_proc_raise(uint32_t signal)
    __attribute__((__import_module__("wasi_snapshot_preview1"), __import_name__("proc_raise")));

int __net_ret(int32_t error) {
    if (error == 0) return 0;
    errno = error;
    return -1;
}

int __net_ret_value(int32_t error, int32_t value) { return error == 0 ? value : __net_ret(error); }

ssize_t __net_ret_size(int32_t error, size_t size) { return error == 0 ? (ssize_t)size : __net_ret(error); }

// Weak for programs without sockets, which need not import what tells their types; socket.c has it linked.
__attribute__((__weak__)) __typeof(__net_socket_type) __net_socket_type;

static bool is_stream_or_pipe(int fd) {
    int type;
    return __net_socket_type == NULL || __net_socket_type(fd, &type) != 0 || type == SOCK_STREAM;
}

ssize_t __net_ret_transfer(int32_t error, size_t size, int writer) {
    if (error == __WASI_ERRNO_NOTCAPABLE) error = __WASI_ERRNO_BADF;
    if (error == __WASI_ERRNO_PIPE && writer >= 0 && is_stream_or_pipe(writer)) __net_proc_raise(SIGPIPE);
    return __net_ret_size(error, size);
}
