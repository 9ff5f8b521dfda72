// SPDX-License-Identifier: Apache-2.0
//
// Every socket option, one row each. This table is the only place that says which options there are: the ABI codes in
// <wasi/networking.h>, the shim's getsockopt and setsockopt, the host (Sources/CKernel/socket_options.c) and the list in
// docs/socket-options.md are made from it.
//
//   X(name, code, kind, access, level, option)
//     name    the ABI constant is __WASI_SOCKET_OPTION_<name>
//     code    its number on the wire; never reused, never renumbered; below 256
//     kind    how the value crosses, little-endian:
//               INT    int32_t (booleans are 0 or 1). Of level IPPROTO_IP also a single byte, both ways
//               CODE   int32_t, which <wasi/networking.h> numbers: an errno, a type, a family
//               LINGER { int32_t on; int32_t seconds; }
//               TIME   uint64_t nanoseconds, 0 for "no limit"
//               CREDENTIALS  __wasi_net_credentials_t
//               TEXT   bytes; the text ends before a NUL or with them
//               BYTES  bytes: what RFC 791 or Linux's <linux/tcp.h> says, in the widths given there
//               U64    uint64_t
//               INTERFACE    set: __wasi_net_membership_t, of which only the interface counts; get: uint8_t[4], its address
//               MREQ, MREQ_SOURCE, MREQ6, GROUP, GROUP_SOURCE   __wasi_net_membership_t: the interface, the group and
//                      with SOURCE the sender; which members count is the table's order in <netinet/in.h>
//               FILTER4, FILTER  __wasi_net_membership_t, uint32_t mode (0 exclude, 1 include), uint32_t count, then
//                      as many __wasi_net_ip_address_t
//     access  R: only to be read, W: only to be set, RW: both
//     level, option  the names that C programs use
#ifndef __WASI_SOCKET_OPTIONS_H
#define __WASI_SOCKET_OPTIONS_H

// clang-format off
#define __WASI_SOCKET_OPTIONS(X) \
    X(ERROR,                          1, CODE,        R,  SOL_SOCKET,   SO_ERROR) \
    X(TYPE,                           2, CODE,        R,  SOL_SOCKET,   SO_TYPE) \
    X(DOMAIN,                         3, CODE,        R,  SOL_SOCKET,   SO_DOMAIN) \
    X(PROTOCOL,                       4, INT,         R,  SOL_SOCKET,   SO_PROTOCOL) \
    X(ACCEPTCONN,                     5, INT,         R,  SOL_SOCKET,   SO_ACCEPTCONN) \
    X(REUSEADDR,                      6, INT,         RW, SOL_SOCKET,   SO_REUSEADDR) \
    X(REUSEPORT,                      7, INT,         RW, SOL_SOCKET,   SO_REUSEPORT) \
    X(KEEPALIVE,                      8, INT,         RW, SOL_SOCKET,   SO_KEEPALIVE) \
    X(BROADCAST,                      9, INT,         RW, SOL_SOCKET,   SO_BROADCAST) \
    X(LINGER,                        10, LINGER,      RW, SOL_SOCKET,   SO_LINGER) \
    X(OOBINLINE,                     11, INT,         RW, SOL_SOCKET,   SO_OOBINLINE) \
    X(SNDBUF,                        12, INT,         RW, SOL_SOCKET,   SO_SNDBUF) \
    X(RCVBUF,                        13, INT,         RW, SOL_SOCKET,   SO_RCVBUF) \
    X(SNDTIMEO,                      14, TIME,        RW, SOL_SOCKET,   SO_SNDTIMEO) \
    X(RCVTIMEO,                      15, TIME,        RW, SOL_SOCKET,   SO_RCVTIMEO) \
    X(RCVLOWAT,                      16, INT,         RW, SOL_SOCKET,   SO_RCVLOWAT) \
    X(SNDLOWAT,                      17, INT,         R,  SOL_SOCKET,   SO_SNDLOWAT) \
    X(DONTROUTE,                     18, INT,         RW, SOL_SOCKET,   SO_DONTROUTE) \
    X(PRIORITY,                      19, INT,         RW, SOL_SOCKET,   SO_PRIORITY) \
    X(PASSCRED,                      20, INT,         RW, SOL_SOCKET,   SO_PASSCRED) \
    X(PEERCRED,                      21, CREDENTIALS, R,  SOL_SOCKET,   SO_PEERCRED) \
    X(TIMESTAMP,                     22, INT,         RW, SOL_SOCKET,   SO_TIMESTAMP) \
    X(TIMESTAMPNS,                   23, INT,         RW, SOL_SOCKET,   SO_TIMESTAMPNS) \
    X(SNDBUFFORCE,                   24, INT,         W,  SOL_SOCKET,   SO_SNDBUFFORCE) \
    X(RCVBUFFORCE,                   25, INT,         W,  SOL_SOCKET,   SO_RCVBUFFORCE) \
    X(BINDTODEVICE,                  26, TEXT,        RW, SOL_SOCKET,   SO_BINDTODEVICE) \
    X(MARK,                          27, INT,         RW, SOL_SOCKET,   SO_MARK) \
    X(RXQ_OVFL,                      28, INT,         RW, SOL_SOCKET,   SO_RXQ_OVFL) \
    X(BUSY_POLL,                     29, INT,         RW, SOL_SOCKET,   SO_BUSY_POLL) \
    X(INCOMING_CPU,                  30, INT,         RW, SOL_SOCKET,   SO_INCOMING_CPU) \
    X(COOKIE,                        31, U64,         R,  SOL_SOCKET,   SO_COOKIE) \
    X(DEBUG,                        128, INT,         RW, SOL_SOCKET,   SO_DEBUG) \
    X(TIMESTAMPING,                 129, BYTES,       RW, SOL_SOCKET,   SO_TIMESTAMPING) \
    X(NO_CHECK,                     130, INT,         RW, SOL_SOCKET,   SO_NO_CHECK) \
    X(PEEK_OFF,                     131, INT,         RW, SOL_SOCKET,   SO_PEEK_OFF) \
    X(BINDTOIFINDEX,                132, INT,         RW, SOL_SOCKET,   SO_BINDTOIFINDEX) \
    X(MEMINFO,                      133, BYTES,       R,  SOL_SOCKET,   SO_MEMINFO) \
    X(INCOMING_NAPI_ID,             134, INT,         R,  SOL_SOCKET,   SO_INCOMING_NAPI_ID) \
    X(MAX_PACING_RATE,              135, INT,         RW, SOL_SOCKET,   SO_MAX_PACING_RATE) \
    X(SELECT_ERR_QUEUE,             136, INT,         RW, SOL_SOCKET,   SO_SELECT_ERR_QUEUE) \
    X(PREFER_BUSY_POLL,             137, INT,         RW, SOL_SOCKET,   SO_PREFER_BUSY_POLL) \
    X(BUSY_POLL_BUDGET,             138, INT,         W,  SOL_SOCKET,   SO_BUSY_POLL_BUDGET) \
    X(BUF_LOCK,                     139, INT,         RW, SOL_SOCKET,   SO_BUF_LOCK) \
    X(TXREHASH,                     140, INT,         RW, SOL_SOCKET,   SO_TXREHASH) \
    X(TCP_NODELAY,                   32, INT,         RW, IPPROTO_TCP,  TCP_NODELAY) \
    X(TCP_MAXSEG,                    33, INT,         RW, IPPROTO_TCP,  TCP_MAXSEG) \
    X(TCP_CORK,                      34, INT,         RW, IPPROTO_TCP,  TCP_CORK) \
    X(TCP_KEEPIDLE,                  35, INT,         RW, IPPROTO_TCP,  TCP_KEEPIDLE) \
    X(TCP_KEEPINTVL,                 36, INT,         RW, IPPROTO_TCP,  TCP_KEEPINTVL) \
    X(TCP_KEEPCNT,                   37, INT,         RW, IPPROTO_TCP,  TCP_KEEPCNT) \
    X(TCP_SYNCNT,                    38, INT,         RW, IPPROTO_TCP,  TCP_SYNCNT) \
    X(TCP_LINGER2,                   39, INT,         RW, IPPROTO_TCP,  TCP_LINGER2) \
    X(TCP_DEFER_ACCEPT,              40, INT,         RW, IPPROTO_TCP,  TCP_DEFER_ACCEPT) \
    X(TCP_WINDOW_CLAMP,              41, INT,         RW, IPPROTO_TCP,  TCP_WINDOW_CLAMP) \
    X(TCP_QUICKACK,                  42, INT,         RW, IPPROTO_TCP,  TCP_QUICKACK) \
    X(TCP_CONGESTION,                43, TEXT,        RW, IPPROTO_TCP,  TCP_CONGESTION) \
    X(TCP_USER_TIMEOUT,              44, INT,         RW, IPPROTO_TCP,  TCP_USER_TIMEOUT) \
    X(TCP_FASTOPEN,                  45, INT,         RW, IPPROTO_TCP,  TCP_FASTOPEN) \
    X(TCP_FASTOPEN_CONNECT,          46, INT,         RW, IPPROTO_TCP,  TCP_FASTOPEN_CONNECT) \
    X(TCP_NOTSENT_LOWAT,             47, INT,         RW, IPPROTO_TCP,  TCP_NOTSENT_LOWAT) \
    X(TCP_INFO,                      48, BYTES,       R,  IPPROTO_TCP,  TCP_INFO) \
    X(TCP_CC_INFO,                   49, BYTES,       R,  IPPROTO_TCP,  TCP_CC_INFO) \
    X(TCP_THIN_LINEAR_TIMEOUTS,      50, INT,         RW, IPPROTO_TCP,  TCP_THIN_LINEAR_TIMEOUTS) \
    X(TCP_THIN_DUPACK,               51, INT,         RW, IPPROTO_TCP,  TCP_THIN_DUPACK) \
    X(TCP_FASTOPEN_NO_COOKIE,        52, INT,         RW, IPPROTO_TCP,  TCP_FASTOPEN_NO_COOKIE) \
    X(IP_TTL,                        64, INT,         RW, IPPROTO_IP,   IP_TTL) \
    X(IP_TOS,                        65, INT,         RW, IPPROTO_IP,   IP_TOS) \
    X(IP_MULTICAST_TTL,              66, INT,         RW, IPPROTO_IP,   IP_MULTICAST_TTL) \
    X(IP_MULTICAST_LOOP,             67, INT,         RW, IPPROTO_IP,   IP_MULTICAST_LOOP) \
    X(IP_MTU_DISCOVER,               68, INT,         RW, IPPROTO_IP,   IP_MTU_DISCOVER) \
    X(IP_MTU,                        69, INT,         R,  IPPROTO_IP,   IP_MTU) \
    X(IP_BIND_ADDRESS_NO_PORT,       70, INT,         RW, IPPROTO_IP,   IP_BIND_ADDRESS_NO_PORT) \
    X(IP_FREEBIND,                   71, INT,         RW, IPPROTO_IP,   IP_FREEBIND) \
    X(IP_PKTINFO,                    72, INT,         RW, IPPROTO_IP,   IP_PKTINFO) \
    X(IP_RECVTTL,                    73, INT,         RW, IPPROTO_IP,   IP_RECVTTL) \
    X(IP_RECVTOS,                    74, INT,         RW, IPPROTO_IP,   IP_RECVTOS) \
    X(IP_RECVERR,                    75, INT,         RW, IPPROTO_IP,   IP_RECVERR) \
    X(IP_OPTIONS,                    76, BYTES,       RW, IPPROTO_IP,   IP_OPTIONS) \
    X(IP_MINTTL,                     77, INT,         RW, IPPROTO_IP,   IP_MINTTL) \
    X(IP_UNICAST_IF,                 78, INT,         RW, IPPROTO_IP,   IP_UNICAST_IF) \
    X(IP_MULTICAST_IF,               79, INTERFACE,   RW, IPPROTO_IP,   IP_MULTICAST_IF) \
    X(IP_MULTICAST_ALL,              80, INT,         RW, IPPROTO_IP,   IP_MULTICAST_ALL) \
    X(IP_TRANSPARENT,                81, INT,         RW, IPPROTO_IP,   IP_TRANSPARENT) \
    X(IP_RECVORIGDSTADDR,            82, INT,         RW, IPPROTO_IP,   IP_RECVORIGDSTADDR) \
    X(IP_RECVERR_RFC4884,            85, INT,         RW, IPPROTO_IP,   IP_RECVERR_RFC4884) \
    X(IP_LOCAL_PORT_RANGE,           86, INT,         RW, IPPROTO_IP,   IP_LOCAL_PORT_RANGE) \
    X(IP_RECVOPTS,                   87, INT,         RW, IPPROTO_IP,   IP_RECVOPTS) \
    X(IP_RETOPTS,                    88, INT,         RW, IPPROTO_IP,   IP_RETOPTS) \
    X(IPV6_V6ONLY,                   96, INT,         RW, IPPROTO_IPV6, IPV6_V6ONLY) \
    X(IPV6_UNICAST_HOPS,             97, INT,         RW, IPPROTO_IPV6, IPV6_UNICAST_HOPS) \
    X(IPV6_MULTICAST_HOPS,           98, INT,         RW, IPPROTO_IPV6, IPV6_MULTICAST_HOPS) \
    X(IPV6_MULTICAST_LOOP,           99, INT,         RW, IPPROTO_IPV6, IPV6_MULTICAST_LOOP) \
    X(IPV6_MULTICAST_IF,            100, INT,         RW, IPPROTO_IPV6, IPV6_MULTICAST_IF) \
    X(IPV6_TCLASS,                  101, INT,         RW, IPPROTO_IPV6, IPV6_TCLASS) \
    X(IPV6_MTU_DISCOVER,            102, INT,         RW, IPPROTO_IPV6, IPV6_MTU_DISCOVER) \
    X(IPV6_MTU,                     103, INT,         RW, IPPROTO_IPV6, IPV6_MTU) \
    X(IPV6_RECVPKTINFO,             104, INT,         RW, IPPROTO_IPV6, IPV6_RECVPKTINFO) \
    X(IPV6_RECVHOPLIMIT,            105, INT,         RW, IPPROTO_IPV6, IPV6_RECVHOPLIMIT) \
    X(IPV6_RECVTCLASS,              106, INT,         RW, IPPROTO_IPV6, IPV6_RECVTCLASS) \
    X(IPV6_RECVERR,                 107, INT,         RW, IPPROTO_IPV6, IPV6_RECVERR) \
    X(IPV6_DONTFRAG,                108, INT,         RW, IPPROTO_IPV6, IPV6_DONTFRAG) \
    X(IPV6_MINHOPCOUNT,             109, INT,         RW, IPPROTO_IPV6, IPV6_MINHOPCOUNT) \
    X(IPV6_UNICAST_IF,              110, INT,         RW, IPPROTO_IPV6, IPV6_UNICAST_IF) \
    X(IPV6_MULTICAST_ALL,           111, INT,         RW, IPPROTO_IPV6, IPV6_MULTICAST_ALL) \
    X(IPV6_TRANSPARENT,             112, INT,         RW, IPPROTO_IPV6, IPV6_TRANSPARENT) \
    X(IPV6_FREEBIND,                113, INT,         RW, IPPROTO_IPV6, IPV6_FREEBIND) \
    X(IPV6_AUTOFLOWLABEL,           114, INT,         RW, IPPROTO_IPV6, IPV6_AUTOFLOWLABEL) \
    X(IPV6_ADDR_PREFERENCES,        115, INT,         RW, IPPROTO_IPV6, IPV6_ADDR_PREFERENCES) \
    X(IPV6_FLOWINFO,                116, INT,         RW, IPPROTO_IPV6, IPV6_FLOWINFO) \
    X(IPV6_FLOWINFO_SEND,           117, INT,         RW, IPPROTO_IPV6, IPV6_FLOWINFO_SEND) \
    X(IPV6_RECVORIGDSTADDR,         118, INT,         RW, IPPROTO_IPV6, IPV6_RECVORIGDSTADDR) \
    X(IPV6_RECVERR_RFC4884,         120, INT,         RW, IPPROTO_IPV6, IPV6_RECVERR_RFC4884) \
    X(IPV6_CHECKSUM,                121, INT,         RW, IPPROTO_IPV6, IPV6_CHECKSUM) \
    X(UDP_CORK,                     160, INT,         RW, IPPROTO_UDP,  UDP_CORK) \
    X(UDP_NO_CHECK6_TX,             161, INT,         RW, IPPROTO_UDP,  UDP_NO_CHECK6_TX) \
    X(UDP_NO_CHECK6_RX,             162, INT,         RW, IPPROTO_UDP,  UDP_NO_CHECK6_RX) \
    X(UDP_SEGMENT,                  163, INT,         RW, IPPROTO_UDP,  UDP_SEGMENT) \
    X(UDP_GRO,                      164, INT,         RW, IPPROTO_UDP,  UDP_GRO) \
    X(ICMP_FILTER,                  165, BYTES,       RW, SOL_RAW,      ICMP_FILTER) \
    X(ICMP6_FILTER,                 166, BYTES,       RW, IPPROTO_ICMPV6, ICMP6_FILTER) \
    X(IP_ADD_MEMBERSHIP,            176, MREQ,        W,  IPPROTO_IP,   IP_ADD_MEMBERSHIP) \
    X(IP_DROP_MEMBERSHIP,           177, MREQ,        W,  IPPROTO_IP,   IP_DROP_MEMBERSHIP) \
    X(IP_ADD_SOURCE_MEMBERSHIP,     178, MREQ_SOURCE, W,  IPPROTO_IP,   IP_ADD_SOURCE_MEMBERSHIP) \
    X(IP_DROP_SOURCE_MEMBERSHIP,    179, MREQ_SOURCE, W,  IPPROTO_IP,   IP_DROP_SOURCE_MEMBERSHIP) \
    X(IP_BLOCK_SOURCE,              180, MREQ_SOURCE, W,  IPPROTO_IP,   IP_BLOCK_SOURCE) \
    X(IP_UNBLOCK_SOURCE,            181, MREQ_SOURCE, W,  IPPROTO_IP,   IP_UNBLOCK_SOURCE) \
    X(IP_MSFILTER,                  182, FILTER4,     RW, IPPROTO_IP,   IP_MSFILTER) \
    X(IP_MCAST_JOIN_GROUP,          183, GROUP,       W,  IPPROTO_IP,   MCAST_JOIN_GROUP) \
    X(IP_MCAST_LEAVE_GROUP,         184, GROUP,       W,  IPPROTO_IP,   MCAST_LEAVE_GROUP) \
    X(IP_MCAST_JOIN_SOURCE_GROUP,   185, GROUP_SOURCE,W,  IPPROTO_IP,   MCAST_JOIN_SOURCE_GROUP) \
    X(IP_MCAST_LEAVE_SOURCE_GROUP,  186, GROUP_SOURCE,W,  IPPROTO_IP,   MCAST_LEAVE_SOURCE_GROUP) \
    X(IP_MCAST_BLOCK_SOURCE,        187, GROUP_SOURCE,W,  IPPROTO_IP,   MCAST_BLOCK_SOURCE) \
    X(IP_MCAST_UNBLOCK_SOURCE,      188, GROUP_SOURCE,W,  IPPROTO_IP,   MCAST_UNBLOCK_SOURCE) \
    X(IP_MCAST_MSFILTER,            189, FILTER,      RW, IPPROTO_IP,   MCAST_MSFILTER) \
    X(IPV6_JOIN_GROUP,              190, MREQ6,       W,  IPPROTO_IPV6, IPV6_JOIN_GROUP) \
    X(IPV6_LEAVE_GROUP,             191, MREQ6,       W,  IPPROTO_IPV6, IPV6_LEAVE_GROUP) \
    X(IPV6_MCAST_JOIN_GROUP,        192, GROUP,       W,  IPPROTO_IPV6, MCAST_JOIN_GROUP) \
    X(IPV6_MCAST_LEAVE_GROUP,       193, GROUP,       W,  IPPROTO_IPV6, MCAST_LEAVE_GROUP) \
    X(IPV6_MCAST_JOIN_SOURCE_GROUP, 194, GROUP_SOURCE,W,  IPPROTO_IPV6, MCAST_JOIN_SOURCE_GROUP) \
    X(IPV6_MCAST_LEAVE_SOURCE_GROUP, 195, GROUP_SOURCE,W,  IPPROTO_IPV6, MCAST_LEAVE_SOURCE_GROUP) \
    X(IPV6_MCAST_BLOCK_SOURCE,      196, GROUP_SOURCE,W,  IPPROTO_IPV6, MCAST_BLOCK_SOURCE) \
    X(IPV6_MCAST_UNBLOCK_SOURCE,    197, GROUP_SOURCE,W,  IPPROTO_IPV6, MCAST_UNBLOCK_SOURCE) \
    X(IPV6_MCAST_MSFILTER,          198, FILTER,      RW, IPPROTO_IPV6, MCAST_MSFILTER)
// clang-format on

#endif
