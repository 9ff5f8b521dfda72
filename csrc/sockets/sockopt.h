// SPDX-License-Identifier: Apache-2.0
//
// POSIX's options and the imports' options: what getsockopt and setsockopt share.
#ifndef NETWASI_SOCKOPT_H
#define NETWASI_SOCKOPT_H

#include "internal.h"

enum option_kind {
    KIND_INT,
    KIND_CODE,
    KIND_LINGER,
    KIND_TIME,
    KIND_CREDENTIALS,
    KIND_TEXT,
    KIND_BYTES,
    KIND_U64,
    KIND_INTERFACE,
    KIND_MREQ,
    KIND_MREQ_SOURCE,
    KIND_MREQ6,
    KIND_GROUP,
    KIND_GROUP_SOURCE,
    KIND_FILTER4,
    KIND_FILTER,
};

struct option_row {
    int level;
    int option;
    uint32_t code;
    enum option_kind kind;
    bool settable;
};

/// The row of an option; null: there is no such option.
HIDDEN const struct option_row *__net_option(int level, int option);
/// What is wrong before a pointer or a number is looked at: 0, or the error of a socket that has not this level. EBADF,
/// ENOTSOCK.
HIDDEN int32_t __net_check_level(int fd, int level, bool setting);

// --- sockopt_multicast.c: the structures of multicast ---

/// Sets an option of a kind from KIND_INTERFACE on.
HIDDEN int32_t __net_set_membership(int fd, const struct option_row *row, const void *value, socklen_t len);
/// Reads an option of the kinds KIND_FILTER4 and KIND_FILTER, whose group `value` names; `*len` is the room.
HIDDEN int32_t __net_get_filter(int fd, const struct option_row *row, void *value, socklen_t *len);

#endif
