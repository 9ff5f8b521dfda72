// SPDX-License-Identifier: Apache-2.0
#include <errno.h>

#include "internal.h"

// What kind of socket a descriptor is: the imports of TCP and UDP are apart, POSIX's calls are not.

int32_t __net_socket_type(int fd, int *type) {
    int32_t value = 0;
    uint32_t size = sizeof value;
    int32_t error = __wasi_socket_get_option(fd, __WASI_SOCKET_OPTION_TYPE, &value, &size);
    if (error != 0) return error;
    switch (value) {
    case __WASI_NET_TYPE_STREAM: *type = SOCK_STREAM; return 0;
    case __WASI_NET_TYPE_DGRAM: *type = SOCK_DGRAM; return 0;
    case __WASI_NET_TYPE_RAW: *type = SOCK_RAW; return 0;
    case __WASI_NET_TYPE_SEQPACKET: *type = SOCK_SEQPACKET; return 0;
    default: return EPROTOTYPE;
    }
}

int32_t __net_unless_no_socket(int fd, int32_t error) {
    int type;
    int32_t earlier = __net_socket_type(fd, &type);
    return earlier != 0 ? earlier : error;
}
