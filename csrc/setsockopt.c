// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/time.h>

#include "sockopt.h"

// Sets an option.

// BSD's multicast options and Linux's IP ones take a single byte too.
static int32_t int_value(const struct option_row *row, const void *value, socklen_t len, int32_t *number) {
    unsigned char byte;
    if (len >= sizeof *number) {
        memcpy(number, value, sizeof *number);
        return 0;
    }
    if (row->level != IPPROTO_IP || len == 0) return EINVAL;
    memcpy(&byte, value, sizeof byte);
    *number = byte;
    return 0;
}

// A negative time is one that is over at once: the shortest that is not "no limit".
static int32_t time_value(const void *value, socklen_t len, uint64_t *nanoseconds) {
    struct timeval time;
    if (len < sizeof time) return EINVAL;
    memcpy(&time, value, sizeof time);
    if (time.tv_usec < 0 || time.tv_usec >= 1000000) return EDOM;
    if (time.tv_sec < 0) *nanoseconds = 1;
    else if (time.tv_sec > INT_MAX) *nanoseconds = 0;
    else *nanoseconds = (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_usec * 1000;
    return 0;
}

static int32_t set(int fd, const struct option_row *row, const void *value, socklen_t len) {
    int32_t number;
    uint64_t nanoseconds;
    struct linger linger;
    int32_t error;
    switch (row->kind) {
    case KIND_INT:
        error = int_value(row, value, len, &number);
        return error != 0 ? error : __wasi_socket_set_option(fd, row->code, &number, sizeof number);
    case KIND_TIME:
        error = time_value(value, len, &nanoseconds);
        return error != 0 ? error : __wasi_socket_set_option(fd, row->code, &nanoseconds, sizeof nanoseconds);
    case KIND_LINGER:
        if (len < sizeof linger) return EINVAL;
        memcpy(&linger, value, sizeof linger);
        return __wasi_socket_set_option(fd, row->code, &linger, sizeof linger);
    case KIND_TEXT: return __wasi_socket_set_option(fd, row->code, value, (uint32_t)strnlen(value, len));
    case KIND_CREDENTIALS: return ENOPROTOOPT;
    }
    return ENOPROTOOPT;
}

int setsockopt(int fd, int level, int option, const void *value, socklen_t len) {
    int type;
    const struct option_row *row = __net_option(level, option);
    int32_t error = __net_socket_type(fd, &type);
    if (error != 0) return __net_ret(error);
    if (len > INT_MAX) return __net_ret(EINVAL);
    if (row == NULL) return __net_ret(ENOPROTOOPT);
    if (len > 0 && !__net_inside(value, len)) return __net_ret(EFAULT);
    return __net_ret(set(fd, row, value, len));
}

HIDDEN bool __net_has_timeout(int fd, bool sending);

bool __net_has_timeout(int fd, bool sending) {
    uint64_t nanoseconds = 0;
    uint32_t size = sizeof nanoseconds;
    uint32_t code = sending ? __WASI_SOCKET_OPTION_SNDTIMEO : __WASI_SOCKET_OPTION_RCVTIMEO;
    return __wasi_socket_get_option(fd, code, &nanoseconds, &size) == 0 && nanoseconds != 0;
}
