// SPDX-License-Identifier: Apache-2.0
//
// The one user that programs run as, and what reading /etc/passwd and /etc/group has in common.
#ifndef NETWASI_USER_H
#define NETWASI_USER_H

#include <stddef.h>
#include <stdio.h>

#include "internal.h"

#define NET_USER 1000u
#define NET_GROUP 1000u

/// The name of that user: of the environment, else "user".
HIDDEN const char *__net_user_name(void);

/// Reads a line without its end into a buffer. 0; ENOENT: no more; ERANGE: it does not fit.
HIDDEN int32_t __net_read_line(FILE *file, char *buffer, size_t size);
/// Cuts a line at its colons into exactly `count` fields; false if there are fewer.
HIDDEN bool __net_split(char *line, char **fields, size_t count);
/// A decimal number, all of `text`.
HIDDEN bool __net_number(const char *text, unsigned *number);

#endif
