// SPDX-License-Identifier: Apache-2.0
//
// Every socket option, one row each. This table is the only place that says which options there are: the ABI codes in
// <wasi/networking.h>, the shim's getsockopt and setsockopt, and (compared by a test) the host's table follow it.
//
//   X(name, code, kind, access, level, option)
//     name    the ABI constant is __WASI_SOCKET_OPTION_<name>
//     code    its number on the wire; never reused, never renumbered
//     kind    how the value crosses:
//               INT    int32_t, little-endian (booleans are 0 or 1)
//               LINGER { int32_t on; int32_t seconds; }
//               TIME   uint64_t nanoseconds, 0 for "no limit"
//               CREDENTIALS  __wasi_net_credentials_t
//               TEXT   bytes without a terminating NUL, at most 64
//     access  R: only to be read, RW: both
//     level, option  the names that C programs use
#ifndef __WASI_SOCKET_OPTIONS_H
#define __WASI_SOCKET_OPTIONS_H

// clang-format off
#define __WASI_SOCKET_OPTIONS(X) \
    X(ERROR,            1, INT,    R,  SOL_SOCKET,   SO_ERROR) \
    X(TYPE,             2, INT,    R,  SOL_SOCKET,   SO_TYPE) \
    X(DOMAIN,           3, INT,    R,  SOL_SOCKET,   SO_DOMAIN) \
    X(PROTOCOL,         4, INT,    R,  SOL_SOCKET,   SO_PROTOCOL) \
    X(ACCEPTCONN,       5, INT,    R,  SOL_SOCKET,   SO_ACCEPTCONN) \
    X(REUSEADDR,        6, INT,    RW, SOL_SOCKET,   SO_REUSEADDR) \
    X(REUSEPORT,        7, INT,    RW, SOL_SOCKET,   SO_REUSEPORT) \
    X(KEEPALIVE,        8, INT,    RW, SOL_SOCKET,   SO_KEEPALIVE) \
    X(BROADCAST,        9, INT,    RW, SOL_SOCKET,   SO_BROADCAST) \
    X(LINGER,          10, LINGER, RW, SOL_SOCKET,   SO_LINGER) \
    X(OOBINLINE,       11, INT,    RW, SOL_SOCKET,   SO_OOBINLINE) \
    X(SNDBUF,          12, INT,    RW, SOL_SOCKET,   SO_SNDBUF) \
    X(RCVBUF,          13, INT,    RW, SOL_SOCKET,   SO_RCVBUF) \
    X(SNDTIMEO,        14, TIME,   RW, SOL_SOCKET,   SO_SNDTIMEO) \
    X(RCVTIMEO,        15, TIME,   RW, SOL_SOCKET,   SO_RCVTIMEO) \
    X(RCVLOWAT,        16, INT,    RW, SOL_SOCKET,   SO_RCVLOWAT) \
    X(SNDLOWAT,        17, INT,    R,  SOL_SOCKET,   SO_SNDLOWAT) \
    X(DONTROUTE,       18, INT,    RW, SOL_SOCKET,   SO_DONTROUTE) \
    X(PRIORITY,        19, INT,    RW, SOL_SOCKET,   SO_PRIORITY) \
    X(PASSCRED,        20, INT,    RW, SOL_SOCKET,   SO_PASSCRED) \
    X(PEERCRED,        21, CREDENTIALS, R, SOL_SOCKET, SO_PEERCRED) \
    X(TIMESTAMP,       22, INT,    RW, SOL_SOCKET,   SO_TIMESTAMP) \
    X(TIMESTAMPNS,     23, INT,    RW, SOL_SOCKET,   SO_TIMESTAMPNS) \
    X(TCP_NODELAY,     32, INT,    RW, IPPROTO_TCP,  TCP_NODELAY) \
    X(TCP_MAXSEG,      33, INT,    RW, IPPROTO_TCP,  TCP_MAXSEG) \
    X(TCP_CORK,        34, INT,    RW, IPPROTO_TCP,  TCP_CORK) \
    X(TCP_KEEPIDLE,    35, INT,    RW, IPPROTO_TCP,  TCP_KEEPIDLE) \
    X(TCP_KEEPINTVL,   36, INT,    RW, IPPROTO_TCP,  TCP_KEEPINTVL) \
    X(TCP_KEEPCNT,     37, INT,    RW, IPPROTO_TCP,  TCP_KEEPCNT) \
    X(TCP_SYNCNT,      38, INT,    RW, IPPROTO_TCP,  TCP_SYNCNT) \
    X(TCP_LINGER2,     39, INT,    RW, IPPROTO_TCP,  TCP_LINGER2) \
    X(TCP_DEFER_ACCEPT,40, INT,    RW, IPPROTO_TCP,  TCP_DEFER_ACCEPT) \
    X(TCP_WINDOW_CLAMP,41, INT,    RW, IPPROTO_TCP,  TCP_WINDOW_CLAMP) \
    X(TCP_QUICKACK,    42, INT,    RW, IPPROTO_TCP,  TCP_QUICKACK) \
    X(TCP_CONGESTION,  43, TEXT,   RW, IPPROTO_TCP,  TCP_CONGESTION) \
    X(TCP_USER_TIMEOUT,44, INT,    RW, IPPROTO_TCP,  TCP_USER_TIMEOUT) \
    X(TCP_FASTOPEN,    45, INT,    RW, IPPROTO_TCP,  TCP_FASTOPEN) \
    X(TCP_FASTOPEN_CONNECT,   46, INT, RW, IPPROTO_TCP, TCP_FASTOPEN_CONNECT) \
    X(TCP_NOTSENT_LOWAT,      47, INT, RW, IPPROTO_TCP, TCP_NOTSENT_LOWAT) \
    X(IP_TTL,          64, INT,    RW, IPPROTO_IP,   IP_TTL) \
    X(IP_TOS,          65, INT,    RW, IPPROTO_IP,   IP_TOS) \
    X(IP_MULTICAST_TTL,66, INT,    RW, IPPROTO_IP,   IP_MULTICAST_TTL) \
    X(IP_MULTICAST_LOOP,      67, INT, RW, IPPROTO_IP, IP_MULTICAST_LOOP) \
    X(IP_MTU_DISCOVER, 68, INT,    RW, IPPROTO_IP,   IP_MTU_DISCOVER) \
    X(IP_MTU,          69, INT,    R,  IPPROTO_IP,   IP_MTU) \
    X(IP_BIND_ADDRESS_NO_PORT,70, INT, RW, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT) \
    X(IP_FREEBIND,     71, INT,    RW, IPPROTO_IP,   IP_FREEBIND) \
    X(IP_PKTINFO,      72, INT,    RW, IPPROTO_IP,   IP_PKTINFO) \
    X(IP_RECVTTL,      73, INT,    RW, IPPROTO_IP,   IP_RECVTTL) \
    X(IP_RECVTOS,      74, INT,    RW, IPPROTO_IP,   IP_RECVTOS) \
    X(IP_RECVERR,      75, INT,    RW, IPPROTO_IP,   IP_RECVERR) \
    X(IPV6_V6ONLY,     96, INT,    RW, IPPROTO_IPV6, IPV6_V6ONLY) \
    X(IPV6_UNICAST_HOPS,      97, INT, RW, IPPROTO_IPV6, IPV6_UNICAST_HOPS) \
    X(IPV6_MULTICAST_HOPS,    98, INT, RW, IPPROTO_IPV6, IPV6_MULTICAST_HOPS) \
    X(IPV6_MULTICAST_LOOP,    99, INT, RW, IPPROTO_IPV6, IPV6_MULTICAST_LOOP) \
    X(IPV6_MULTICAST_IF,     100, INT, RW, IPPROTO_IPV6, IPV6_MULTICAST_IF) \
    X(IPV6_TCLASS,    101, INT,    RW, IPPROTO_IPV6, IPV6_TCLASS) \
    X(IPV6_MTU_DISCOVER,     102, INT, RW, IPPROTO_IPV6, IPV6_MTU_DISCOVER) \
    X(IPV6_MTU,       103, INT,    RW, IPPROTO_IPV6, IPV6_MTU) \
    X(IPV6_RECVPKTINFO,      104, INT, RW, IPPROTO_IPV6, IPV6_RECVPKTINFO) \
    X(IPV6_RECVHOPLIMIT,     105, INT, RW, IPPROTO_IPV6, IPV6_RECVHOPLIMIT) \
    X(IPV6_RECVTCLASS,106, INT,    RW, IPPROTO_IPV6, IPV6_RECVTCLASS) \
    X(IPV6_RECVERR,   107, INT,    RW, IPPROTO_IPV6, IPV6_RECVERR)
// clang-format on

#endif
