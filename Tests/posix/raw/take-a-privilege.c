// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// Raw sockets take a privilege, which an ordinary user has not: EPERM, once the arguments make sense.

int main(void) {
    SHOW(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));
    SHOW(socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6));
    SHOW(socket(AF_INET, SOCK_RAW, IPPROTO_UDP));
    SHOW(socket(AF_INET, SOCK_RAW, 0));
    SHOW(socket(AF_INET, SOCK_RAW, -1));
    return t_status;
}
