// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/time.h>

#include "sockopt.h"

// Reads an option. A room that is too small gets as much as fits, as POSIX says.

#define LONGEST 64

// Values whose numbers differ between the imports and POSIX.
static int32_t convert_int(uint32_t code, int32_t value) {
    if (code != __WASI_SOCKET_OPTION_TYPE) return value;
    switch (value) {
    case __WASI_NET_TYPE_STREAM: return SOCK_STREAM;
    case __WASI_NET_TYPE_DGRAM: return SOCK_DGRAM;
    default: return SOCK_SEQPACKET;
    }
}

static uint32_t convert(const struct option_row *row, unsigned char *value, uint32_t size) {
    int32_t number;
    uint64_t nanoseconds;
    switch (row->kind) {
    case KIND_INT:
        memcpy(&number, value, sizeof number);
        number = convert_int(row->code, number);
        memcpy(value, &number, sizeof number);
        return sizeof number;
    case KIND_TIME:
        memcpy(&nanoseconds, value, sizeof nanoseconds);
        struct timeval time = {.tv_sec = (time_t)(nanoseconds / 1000000000),
                               .tv_usec = (suseconds_t)(nanoseconds % 1000000000 / 1000)};
        memcpy(value, &time, sizeof time);
        return sizeof time;
    case KIND_TEXT: return size < 16 ? 16 : size; // Linux gives out TCP_CONGESTION with the zeros behind it
    case KIND_CREDENTIALS: {
        __wasi_net_credentials_t credentials;
        struct ucred ucred;
        memcpy(&credentials, value, sizeof credentials);
        __net_credentials_out(&credentials, &ucred);
        memcpy(value, &ucred, sizeof ucred);
        return sizeof ucred;
    }
    case KIND_LINGER: break;
    }
    return size;
}

static bool known_level(int level) {
    return level == SOL_SOCKET || level == IPPROTO_IP || level == IPPROTO_IPV6 || level == IPPROTO_TCP ||
           level == IPPROTO_UDP;
}

int getsockopt(int fd, int level, int option, void *restrict value, socklen_t *restrict len) {
    unsigned char buffer[LONGEST] = {0};
    uint32_t size = sizeof buffer;
    int type;
    const struct option_row *row = __net_option(level, option);
    int32_t error = row != NULL ? __wasi_socket_get_option(fd, row->code, buffer, &size) : __net_socket_type(fd, &type);
    if (error != 0) return __net_ret(error);
    if (!__net_inside(len, sizeof *len)) return __net_ret(EFAULT);
    if (*len > INT_MAX) return __net_ret(EINVAL);
    if (row == NULL) return __net_ret(known_level(level) ? ENOPROTOOPT : EOPNOTSUPP);
    size = convert(row, buffer, size);
    if (size > *len) size = *len;
    if (size > 0 && !__net_inside(value, size)) return __net_ret(EFAULT);
    memcpy(value, buffer, size);
    *len = size;
    return 0;
}
