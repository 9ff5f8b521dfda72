// SPDX-License-Identifier: Apache-2.0
//
// Addresses of unix domain sockets, with the path that wasi-libc's structure lacks.
#ifndef _SYS_UN_H
#define _SYS_UN_H

#define __wasilibc___struct_sockaddr_un_h

#include <features.h>

#define __NEED_sa_family_t
#define __NEED_size_t
#include <bits/alltypes.h>

struct sockaddr_un {
    sa_family_t sun_family;
    char sun_path[108];
};

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <string.h>
#define SUN_LEN(s) (2 + strlen((s)->sun_path))
#endif

#endif
