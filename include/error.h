// SPDX-License-Identifier: Apache-2.0
//
// GNU's messages of errors.
#ifndef _ERROR_H
#define _ERROR_H

#include <features.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Prints the program's name, the message and, when `error` is not 0, its text on standard error; ends the program when
/// `status` is not 0.
void error(int status, int error, const char *format, ...) __attribute__((__format__(__printf__, 3, 4)));
/// The same with a place in a file. With error_one_per_line the next message of the same place is left out.
void error_at_line(int status, int error, const char *file, unsigned line, const char *format, ...)
    __attribute__((__format__(__printf__, 5, 6)));

/// Called instead of printing the program's name.
extern void (*error_print_progname)(void);
/// How many messages there were.
extern unsigned error_message_count;
extern int error_one_per_line;

#ifdef __cplusplus
}
#endif

#endif
