// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/time.h>

#include "sockopt.h"

// Reads an option. A room that is too small gets as much as fits, as POSIX says; where the system knows better (a
// cookie is all or nothing, an IP option may be a byte) it is asked with the room that there is.

// The longest value is TCP_INFO's, with space for what is added to it.
#define LONGEST 512

// Values whose numbers differ between the imports and POSIX.
static int32_t convert_code(uint32_t code, int32_t value) {
    if (code != __WASI_SOCKET_OPTION_TYPE) return value;
    switch (value) {
    case __WASI_NET_TYPE_STREAM: return SOCK_STREAM;
    case __WASI_NET_TYPE_DGRAM: return SOCK_DGRAM;
    case __WASI_NET_TYPE_RAW: return SOCK_RAW;
    default: return SOCK_SEQPACKET;
    }
}

static uint32_t convert(const struct option_row *row, unsigned char *value, uint32_t size) {
    int32_t number;
    uint64_t nanoseconds;
    switch (row->kind) {
    case KIND_CODE:
        memcpy(&number, value, sizeof number);
        number = convert_code(row->code, number);
        memcpy(value, &number, sizeof number);
        return sizeof number;
    case KIND_TIME:
        memcpy(&nanoseconds, value, sizeof nanoseconds);
        struct timeval time = {.tv_sec = (time_t)(nanoseconds / 1000000000),
                               .tv_usec = (suseconds_t)(nanoseconds % 1000000000 / 1000)};
        memcpy(value, &time, sizeof time);
        return sizeof time;
    case KIND_CREDENTIALS: {
        __wasi_net_credentials_t credentials;
        struct ucred ucred;
        memcpy(&credentials, value, sizeof credentials);
        __net_credentials_out(&credentials, &ucred);
        memcpy(value, &ucred, sizeof ucred);
        return sizeof ucred;
    }
    default: return size;
    }
}

static bool is_converted(enum option_kind kind) {
    return kind == KIND_CODE || kind == KIND_TIME || kind == KIND_CREDENTIALS;
}

static int32_t get(int fd, const struct option_row *row, void *value, socklen_t *len) {
    unsigned char buffer[LONGEST];
    uint32_t size = is_converted(row->kind) || *len > sizeof buffer ? sizeof buffer : *len;
    if (row->kind == KIND_FILTER4 || row->kind == KIND_FILTER) {
        int32_t earlier = __net_check_level(fd, row->level, false);
        return earlier != 0 ? earlier : __net_get_filter(fd, row, value, len);
    }
    int32_t error = __wasi_socket_get_option(fd, row->code, buffer, &size);
    if (error != 0) return error;
    size = convert(row, buffer, size);
    if (size > *len) size = *len;
    if (size > 0 && !__net_inside(value, size)) return EFAULT;
    memcpy(value, buffer, size);
    *len = size;
    return 0;
}

int getsockopt(int fd, int level, int option, void *restrict value, socklen_t *restrict len) {
    int32_t error = 0;
    const struct option_row *row = __net_option(level, option);
    if (!__net_inside(len, sizeof *len)) error = EFAULT;
    // Linux has it as unsigned there.
    else if (*len > INT_MAX && level != IPPROTO_IPV6) error = EINVAL;
    else if (row == NULL) error = ENOPROTOOPT;
    if (error == 0) return __net_ret(get(fd, row, value, len));
    int32_t earlier = __net_check_level(fd, level, false);
    return __net_ret(earlier != 0 ? earlier : error);
}
