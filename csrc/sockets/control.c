// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <linux/errqueue.h>
#include <netinet/in.h>
#include <netinet/udp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "internal.h"
#include "user.h"

// Control messages and the imports' records. The two have heads of the same size and, but for a few, the same data: what
// is sent is converted in a copy, what was received where it is.

_Static_assert(sizeof(struct cmsghdr) == sizeof(__wasi_net_control_t), "converted where they are");
_Static_assert(sizeof(struct ucred) == sizeof(__wasi_net_credentials_t), "converted where they are");
_Static_assert(sizeof(struct in_pktinfo) == 12 && sizeof(struct in6_pktinfo) == 20, "cross as they are");
_Static_assert(sizeof(struct timeval) == 16 && sizeof(struct timespec) == 16, "converted where they are");

#define HEAD sizeof(struct cmsghdr)
// Nobody may send as much; Linux says ENOBUFS too.
#define MOST_CONTROL (1u << 17)

struct row {
    int level;
    int type;
};

// By kind: those are numbered from 1.
static const struct row rows[] = {
    [__WASI_NET_CONTROL_RIGHTS - 1] = {SOL_SOCKET, SCM_RIGHTS},
    [__WASI_NET_CONTROL_CREDENTIALS - 1] = {SOL_SOCKET, SCM_CREDENTIALS},
    [__WASI_NET_CONTROL_IP_PACKET_INFO - 1] = {IPPROTO_IP, IP_PKTINFO},
    [__WASI_NET_CONTROL_IPV6_PACKET_INFO - 1] = {IPPROTO_IPV6, IPV6_PKTINFO},
    [__WASI_NET_CONTROL_IP_TTL - 1] = {IPPROTO_IP, IP_TTL},
    [__WASI_NET_CONTROL_IP_TOS - 1] = {IPPROTO_IP, IP_TOS},
    [__WASI_NET_CONTROL_IPV6_HOP_LIMIT - 1] = {IPPROTO_IPV6, IPV6_HOPLIMIT},
    [__WASI_NET_CONTROL_IPV6_TRAFFIC_CLASS - 1] = {IPPROTO_IPV6, IPV6_TCLASS},
    [__WASI_NET_CONTROL_TIMESTAMP - 1] = {SOL_SOCKET, SCM_TIMESTAMP},
    [__WASI_NET_CONTROL_TIMESTAMP_NANOSECONDS - 1] = {SOL_SOCKET, SCM_TIMESTAMPNS},
    [__WASI_NET_CONTROL_IP_ERROR - 1] = {IPPROTO_IP, IP_RECVERR},
    [__WASI_NET_CONTROL_IPV6_ERROR - 1] = {IPPROTO_IPV6, IPV6_RECVERR},
    [__WASI_NET_CONTROL_UDP_SEGMENT - 1] = {IPPROTO_UDP, UDP_SEGMENT},
    [__WASI_NET_CONTROL_UDP_GRO - 1] = {IPPROTO_UDP, UDP_GRO},
    [__WASI_NET_CONTROL_DROPPED - 1] = {SOL_SOCKET, SO_RXQ_OVFL},
    [__WASI_NET_CONTROL_TIMESTAMPING - 1] = {SOL_SOCKET, SCM_TIMESTAMPING},
    [__WASI_NET_CONTROL_IP_ORIGINAL_ADDRESS - 1] = {IPPROTO_IP, IP_ORIGDSTADDR},
    [__WASI_NET_CONTROL_IPV6_ORIGINAL_ADDRESS - 1] = {IPPROTO_IPV6, IPV6_ORIGDSTADDR},
    [__WASI_NET_CONTROL_IPV6_FLOW_INFO - 1] = {IPPROTO_IPV6, IPV6_FLOWINFO},
    [__WASI_NET_CONTROL_IP_OPTIONS - 1] = {IPPROTO_IP, IP_RECVOPTS},
    [__WASI_NET_CONTROL_IP_RETURN_OPTIONS - 1] = {IPPROTO_IP, IP_RETOPTS},
};

#define ROWS (sizeof rows / sizeof *rows)
_Static_assert(ROWS == __WASI_NET_CONTROL_IP_RETURN_OPTIONS, "a row for each kind");

static size_t aligned(size_t size) {
    return (size + 3) & ~(size_t)3;
}

void __net_credentials_out(const __wasi_net_credentials_t *credentials, struct ucred *ucred) {
    ucred->pid = credentials->process == __WASI_NET_OWN_ID ? getpid() : (pid_t)credentials->process;
    ucred->uid = credentials->user == __WASI_NET_OWN_ID ? NET_USER : credentials->user;
    ucred->gid = credentials->group == __WASI_NET_OWN_ID ? NET_GROUP : credentials->group;
}

// What is not the program's own keeps its number, which the host refuses.
static void credentials_in(unsigned char *data) {
    struct ucred ucred;
    memcpy(&ucred, data, sizeof ucred);
    __wasi_net_credentials_t credentials = {
        ucred.pid == getpid() ? __WASI_NET_OWN_ID : (uint32_t)ucred.pid,
        ucred.uid == NET_USER ? __WASI_NET_OWN_ID : ucred.uid,
        ucred.gid == NET_GROUP ? __WASI_NET_OWN_ID : ucred.gid,
    };
    memcpy(data, &credentials, sizeof credentials);
}

// 0: none that is known.
static uint32_t kind_of(const struct cmsghdr *head) {
    for (uint32_t i = 0; i < ROWS; i++)
        if (rows[i].level == head->cmsg_level && rows[i].type == head->cmsg_type) return i + 1;
    return 0;
}

// A record in place of the message at `offset`, whose length has been checked. Returns where the records go on.
static size_t message_in(unsigned char *buffer, size_t offset, struct cmsghdr head) {
    unsigned char *data = buffer + offset + HEAD;
    __wasi_net_control_t record = {.length = head.cmsg_len, .kind = kind_of(&head)};
    // What is too long for descriptors, or for a packet's address, is not looked at.
    if (record.kind == __WASI_NET_CONTROL_RIGHTS) record.length -= (record.length - HEAD) % sizeof(int);
    if (record.kind == __WASI_NET_CONTROL_IPV6_PACKET_INFO && record.length > CMSG_LEN(sizeof(struct in6_pktinfo)))
        record.length = CMSG_LEN(sizeof(struct in6_pktinfo));
    if (record.kind == __WASI_NET_CONTROL_CREDENTIALS && head.cmsg_len == CMSG_LEN(sizeof(struct ucred)))
        credentials_in(data);
    memcpy(buffer + offset, &record, sizeof record);
    return offset + aligned(record.length);
}

// Whether a socket looks at messages of a level at all. IPv6's does at those of IPv4 where it sends to an address of that:
// the system knows.
static bool concerns(int fd, const struct cmsghdr *head) {
    int level = head->cmsg_level;
    int type = 0;
    int32_t domain = 0;
    uint32_t size = sizeof domain;
    if (level == SOL_SOCKET || __net_socket_type(fd, &type) != 0) return true;
    if (__wasi_socket_get_option(fd, __WASI_SOCKET_OPTION_DOMAIN, &domain, &size) != 0) return true;
    if (domain == __WASI_NET_FAMILY_UNIX || type == SOCK_STREAM) return false;
    if (level == IPPROTO_UDP && type == SOCK_DGRAM) return true;
    if (domain != __WASI_NET_FAMILY_INET6) return level == IPPROTO_IP;
    return level == IPPROTO_IPV6 || (level == IPPROTO_IP && kind_of(head) != 0);
}

int32_t __net_control_in(const struct msghdr *message, int fd, unsigned char room[static NET_CONTROL_ROOM],
                         unsigned char **records, size_t *size) {
    size_t length = message->msg_controllen, from = 0, to = 0;
    *records = NULL;
    *size = 0;
    if (length > MOST_CONTROL) return ENOBUFS;
    if (!__net_inside(message->msg_control, length)) return EFAULT;
    if (length < HEAD) return 0;
    unsigned char *copy = length <= NET_CONTROL_ROOM ? room : malloc(length);
    if (copy == NULL) return ENOBUFS;
    memcpy(copy, message->msg_control, length);
    while (length - from >= HEAD) {
        struct cmsghdr head;
        memcpy(&head, copy + from, sizeof head);
        if (head.cmsg_len < HEAD || head.cmsg_len > length - from) {
            // One of no kind, of which the host says EINVAL when it comes to that.
            memcpy(copy + to, &(__wasi_net_control_t){.length = HEAD}, HEAD);
            to += HEAD;
            break;
        }
        size_t next = aligned(from + head.cmsg_len);
        if (fd < 0 || concerns(fd, &head)) {
            memmove(copy + to, copy + from, head.cmsg_len);
            to = message_in(copy, to, head);
        }
        if (next >= length) break;
        from = next;
    }
    *records = copy;
    *size = to < length ? to : length;
    return 0;
}

// An address in place of its record, which for IPv4 is a short one. An address that was cut is none.
static void address_out(bool ipv4, unsigned char *data, size_t size) {
    __wasi_net_ip_address_t ip = {.family = 0};
    struct sockaddr_storage storage = {.ss_family = 0};
    size_t length = ipv4 ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6);
    if (size < length) {
        memset(data, 0, size);
        return;
    }
    if (ipv4) {
        memcpy(&ip, data, 4);
        memcpy(ip.address, data + 4, 4);
    } else {
        memcpy(&ip, data, sizeof ip);
    }
    __net_sockaddr_of(&ip, &storage);
    memcpy(data, &storage, length);
}

// A time of seconds and nanoseconds as timeval or timespec.
static void time_out(bool microseconds, unsigned char *data) {
    uint64_t part;
    memcpy(&part, data + 8, sizeof part);
    struct timeval value = {.tv_usec = (suseconds_t)(part / 1000)};
    struct timespec precise = {.tv_nsec = (long)part};
    memcpy(&value.tv_sec, data, sizeof value.tv_sec);
    memcpy(&precise.tv_sec, data, sizeof precise.tv_sec);
    memcpy(data, microseconds ? (void *)&value : &precise, 16);
}

static void message_out(uint32_t kind, unsigned char *data, size_t size) {
    switch (kind) {
    case __WASI_NET_CONTROL_CREDENTIALS:
        if (size >= sizeof(struct ucred)) {
            __wasi_net_credentials_t credentials;
            struct ucred ucred;
            memcpy(&credentials, data, sizeof credentials);
            __net_credentials_out(&credentials, &ucred);
            memcpy(data, &ucred, sizeof ucred);
        }
        break;
    case __WASI_NET_CONTROL_TIMESTAMP:
    case __WASI_NET_CONTROL_TIMESTAMP_NANOSECONDS:
    case __WASI_NET_CONTROL_TIMESTAMPING:
        for (; size >= 16; data += 16, size -= 16) time_out(kind == __WASI_NET_CONTROL_TIMESTAMP, data);
        break;
    case __WASI_NET_CONTROL_IP_ERROR:
    case __WASI_NET_CONTROL_IPV6_ERROR:
        // The head is that of sock_extended_err.
        if (size > sizeof(struct sock_extended_err))
            address_out(kind == __WASI_NET_CONTROL_IP_ERROR, data + sizeof(struct sock_extended_err),
                        size - sizeof(struct sock_extended_err));
        break;
    case __WASI_NET_CONTROL_IP_ORIGINAL_ADDRESS: address_out(true, data, size); break;
    case __WASI_NET_CONTROL_IPV6_ORIGINAL_ADDRESS: address_out(false, data, size); break;
    default: break;
    }
}

void __net_control_out(unsigned char *buffer, size_t size) {
    size_t offset = 0;
    while (size - offset >= HEAD) {
        __wasi_net_control_t record;
        memcpy(&record, buffer + offset, sizeof record);
        if (record.length < HEAD || record.length > size - offset) return;
        struct cmsghdr head = {.cmsg_len = record.length, .cmsg_level = -1, .cmsg_type = -1};
        if (record.kind - 1 < ROWS) {
            head.cmsg_level = rows[record.kind - 1].level;
            head.cmsg_type = rows[record.kind - 1].type;
        }
        memcpy(buffer + offset, &head, sizeof head);
        message_out(record.kind, buffer + offset + HEAD, record.length - HEAD);
        size_t next = aligned(offset + record.length);
        if (next >= size) return;
        offset = next;
    }
}
