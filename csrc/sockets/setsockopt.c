// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/time.h>

#include "sockopt.h"

// Sets an option. Values cross with the lengths that they have: which are enough the system says.

// Nothing that is set is longer, but for lists of multicast sources.
#define LONGEST 256

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

// How much of a value Linux reads: of a number no more than an int, however long it is said to be.
static socklen_t read_of(const struct option_row *row, socklen_t len) {
    socklen_t most = row->kind == KIND_INT || row->kind == KIND_CODE || !row->settable ? sizeof(int) : LONGEST;
    return row->kind >= KIND_INTERFACE || len < most ? len : most;
}

// As long as it is said to be, which some options ask for, or as long as any.
static int32_t set_bytes(int fd, const struct option_row *row, const void *value, socklen_t len) {
    unsigned char whole[LONGEST] = {0};
    if (len <= LONGEST && __net_inside(value, len)) return __wasi_socket_set_option(fd, row->code, value, len);
    memcpy(whole, value, read_of(row, len));
    return __wasi_socket_set_option(fd, row->code, whole, len < LONGEST ? len : LONGEST);
}

static int32_t set(int fd, const struct option_row *row, const void *value, socklen_t len) {
    if (row->kind >= KIND_INTERFACE) return __net_set_membership(fd, row, value, len);
    if (row->kind == KIND_TIME) {
        uint64_t nanoseconds;
        int32_t error = time_value(value, len, &nanoseconds);
        if (error != 0) return __net_unless_no_socket(fd, error);
        return __wasi_socket_set_option(fd, row->code, &nanoseconds, sizeof nanoseconds);
    }
    return len == 0 ? __wasi_socket_set_option(fd, row->code, NULL, 0) : set_bytes(fd, row, value, len);
}

// What is wrong with an option that there is no row for. Linux reads the value before it looks for the option, but not of
// every level.
static int32_t unknown_option(int level, const void *value, socklen_t len) {
    if (level != SOL_SOCKET && level != IPPROTO_TCP && level != IPPROTO_UDP) return ENOPROTOOPT;
    if (len < sizeof(int)) return EINVAL;
    return __net_inside(value, sizeof(int)) ? ENOPROTOOPT : EFAULT;
}

// What comes of a value that cannot be read. At two levels Linux judges its length first.
static int32_t unreadable(const struct option_row *row, socklen_t len) {
    if (row->level == IPPROTO_IP && !row->settable) return ENOPROTOOPT;
    bool number = row->kind == KIND_INT || row->kind == KIND_CODE;
    bool length_first = row->level == SOL_SOCKET || (row->level == IPPROTO_TCP && number);
    return length_first && len < sizeof(int) ? EINVAL : EFAULT;
}

int setsockopt(int fd, int level, int option, const void *value, socklen_t len) {
    static const unsigned char zeros[LONGEST];
    int32_t error = 0;
    const struct option_row *row = __net_option(level, option);
    if (len > INT_MAX) return __net_ret(__net_unless_no_socket(fd, EINVAL));
    // Linux takes no value for 0 there, and does not read what is shorter than a number.
    if (level == IPPROTO_IPV6 && row != NULL && row->kind == KIND_INT && (value == NULL || len < sizeof(int))) value = zeros;
    else if (row == NULL) error = unknown_option(level, value, len);
    else if (len > 0 && !__net_inside(value, read_of(row, len))) error = unreadable(row, len);
    if (error == 0) return __net_ret(set(fd, row, value, len));
    int32_t earlier = __net_check_level(fd, level, true);
    return __net_ret(earlier != 0 ? earlier : error);
}

HIDDEN bool __net_has_timeout(int fd, bool sending);

bool __net_has_timeout(int fd, bool sending) {
    uint64_t nanoseconds = 0;
    uint32_t size = sizeof nanoseconds;
    uint32_t code = sending ? __WASI_SOCKET_OPTION_SNDTIMEO : __WASI_SOCKET_OPTION_RCVTIMEO;
    return __wasi_socket_get_option(fd, code, &nanoseconds, &size) == 0 && nanoseconds != 0;
}
