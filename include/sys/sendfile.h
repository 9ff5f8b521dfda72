// SPDX-License-Identifier: Apache-2.0
//
// Data from a file to another descriptor.
#ifndef _SYS_SENDFILE_H
#define _SYS_SENDFILE_H

#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

ssize_t sendfile(int, int, off_t *, size_t);

#if defined(_LARGEFILE64_SOURCE) || defined(_GNU_SOURCE)
#define sendfile64 sendfile
#ifndef off64_t
#define off64_t off_t
#endif
#endif

#ifdef __cplusplus
}
#endif

#endif
