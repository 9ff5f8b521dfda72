// SPDX-License-Identifier: Apache-2.0
//
// What Linux has of IPv6 beside <netinet/in.h>: flow labels, which can be asked for (IPV6_FLOWLABEL_MGR) but are not given:
// ENOPROTOOPT.
#ifndef _LINUX_IN6_H
#define _LINUX_IN6_H

#include <linux/types.h>
#include <netinet/in.h>

struct in6_flowlabel_req {
    struct in6_addr flr_dst;
    __be32 flr_label;
    __u8 flr_action;
    __u8 flr_share;
    __u16 flr_flags;
    __u16 flr_expires;
    __u16 flr_linger;
    __u32 __flr_pad;
};

#define IPV6_FL_A_GET 0
#define IPV6_FL_A_PUT 1
#define IPV6_FL_A_RENEW 2

#define IPV6_FL_F_CREATE 1
#define IPV6_FL_F_EXCL 2
#define IPV6_FL_F_REFLECT 4
#define IPV6_FL_F_REMOTE 8

#define IPV6_FL_S_NONE 0
#define IPV6_FL_S_EXCL 1
#define IPV6_FL_S_PROCESS 2
#define IPV6_FL_S_USER 3
#define IPV6_FL_S_ANY 255

#define IPV6_FLOWLABEL_MGR 32

#endif
