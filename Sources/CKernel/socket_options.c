// SPDX-License-Identifier: Apache-2.0
//
// The socket options in this system's numbers: the table of include/wasi/socket_options.h, the very same.
#define _GNU_SOURCE
#include "CKernel.h"

#include <linux/icmp.h>
#include <linux/in6.h>
#include <linux/udp.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "../../include/wasi/socket_options.h"

// What the C library's headers are too old for.
#ifndef IP_LOCAL_PORT_RANGE
#define IP_LOCAL_PORT_RANGE 51
#endif
#ifndef SO_TXREHASH
#define SO_TXREHASH 74
#endif

enum { CK_R = 1, CK_W = 2, CK_RW = 3 };

static const struct ck_socket_option options[256] = {
#define ROW(name, code, kind, access, level, option) [code] = {#name, CK_OPTION_##kind, CK_##access, level, option},
    __WASI_SOCKET_OPTIONS(ROW)
#undef ROW
};

const struct ck_socket_option *ck_socket_option(uint32_t code) {
    return code < sizeof options / sizeof *options && options[code].name != NULL ? &options[code] : NULL;
}
