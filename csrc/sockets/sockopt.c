// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <linux/icmp.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <stddef.h>

#include "sockopt.h"

// The table of <wasi/socket_options.h> by POSIX's names.

static const struct option_row options[] = {
#define ROW(name, code, kind, access, level, option) {level, option, code, KIND_##kind, #access[0] != 'R' || #access[1] == 'W'},
    __WASI_SOCKET_OPTIONS(ROW)
#undef ROW
};

const struct option_row *__net_option(int level, int option) {
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].level == level && options[i].option == option) return &options[i];
    return NULL;
}

int32_t __net_check_level(int fd, int level, bool setting) {
    int type;
    int32_t domain = 0;
    uint32_t size = sizeof domain;
    int32_t error = __net_socket_type(fd, &type);
    if (error == 0) error = __wasi_socket_get_option(fd, __WASI_SOCKET_OPTION_DOMAIN, &domain, &size);
    if (error != 0 || level == SOL_SOCKET) return error;
    if (domain == __WASI_NET_FAMILY_UNIX) return EOPNOTSUPP;
    bool inet6 = domain == __WASI_NET_FAMILY_INET6;
    if (level == IPPROTO_IP || (level == IPPROTO_IPV6 && inet6)) return 0;
    if (type == SOCK_RAW && level == (inet6 ? IPPROTO_ICMPV6 : SOL_RAW)) return 0;
    if ((level == IPPROTO_TCP && type == SOCK_STREAM) || (level == IPPROTO_UDP && type == SOCK_DGRAM)) return 0;
    return setting || inet6 ? ENOPROTOOPT : EOPNOTSUPP;
}
