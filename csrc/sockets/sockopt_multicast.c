// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "sockopt.h"

// Multicast: the structures of its options and the imports' one record, __wasi_net_membership_t. A structure that is too
// short crosses as nothing, so that the system says what is wrong first.

static void put_ipv4(__wasi_net_ip_address_t *ip, struct in_addr address) {
    ip->family = __WASI_NET_FAMILY_INET;
    memcpy(ip->address, &address, sizeof address);
}

// A family that is not the internet's has number 0, which no option takes.
static void put_storage(__wasi_net_ip_address_t *ip, const struct sockaddr_storage *storage) {
    __wasi_net_address_t address;
    if (storage->ss_family != AF_INET && storage->ss_family != AF_INET6) return;
    if (__net_address_in((const struct sockaddr *)storage, sizeof *storage, &address) == 0) *ip = address.ip;
}

// An interface by in_addr, ip_mreq or ip_mreqn, whichever the length is of. False: too short.
static bool interface_in(const void *value, socklen_t len, __wasi_net_membership_t *record) {
    struct ip_mreqn request = {.imr_ifindex = 0};
    if (len >= sizeof request) memcpy(&request, value, sizeof request);
    else if (len >= sizeof(struct ip_mreq)) memcpy(&request, value, sizeof(struct ip_mreq));
    else if (len >= sizeof(struct in_addr)) memcpy(&request.imr_address, value, sizeof(struct in_addr));
    else return false;
    put_ipv4(&record->group, request.imr_multiaddr);
    memcpy(record->interface_address, &request.imr_address, sizeof request.imr_address);
    record->interface = (uint32_t)request.imr_ifindex;
    return true;
}

static bool membership_in(const struct option_row *row, const void *value, socklen_t len, __wasi_net_membership_t *record) {
    switch (row->kind) {
    case KIND_INTERFACE: return interface_in(value, len, record);
    case KIND_MREQ: return len >= sizeof(struct ip_mreq) && interface_in(value, len, record);
    case KIND_MREQ_SOURCE: {
        struct ip_mreq_source request;
        if (len != sizeof request) return false;
        memcpy(&request, value, sizeof request);
        put_ipv4(&record->group, request.imr_multiaddr);
        put_ipv4(&record->source, request.imr_sourceaddr);
        memcpy(record->interface_address, &request.imr_interface, sizeof request.imr_interface);
        return true;
    }
    case KIND_MREQ6: {
        struct ipv6_mreq request;
        if (len < sizeof request) return false;
        memcpy(&request, value, sizeof request);
        record->group.family = __WASI_NET_FAMILY_INET6;
        memcpy(record->group.address, &request.ipv6mr_multiaddr, sizeof request.ipv6mr_multiaddr);
        record->interface = request.ipv6mr_interface;
        return true;
    }
    case KIND_GROUP: {
        struct group_req request;
        if (len < sizeof request) return false;
        memcpy(&request, value, sizeof request);
        put_storage(&record->group, &request.gr_group);
        record->interface = request.gr_interface;
        return true;
    }
    default: {
        struct group_source_req request;
        if (row->level == IPPROTO_IP ? len != sizeof request : len < sizeof request) return false;
        memcpy(&request, value, sizeof request);
        put_storage(&record->group, &request.gsr_group);
        put_storage(&record->source, &request.gsr_source);
        record->interface = request.gsr_interface;
        return true;
    }
    }
}

// --- Filters: a membership, a mode and a list of sources ---

// What both structures say, and where their lists are.
struct filter {
    __wasi_net_membership_t membership;
    uint32_t mode;
    uint32_t count;
    size_t head, each;
};
_Static_assert(offsetof(struct filter, mode) == sizeof(__wasi_net_membership_t), "the record's head");
#define RECORD_HEAD offsetof(struct filter, head)

static bool filter_in(enum option_kind kind, const void *value, socklen_t len, struct filter *filter) {
    memset(filter, 0, sizeof *filter);
    if (kind == KIND_FILTER4) {
        struct ip_msfilter request;
        filter->head = IP_MSFILTER_SIZE(0);
        filter->each = sizeof(struct in_addr);
        if (len < filter->head) return false;
        memcpy(&request, value, filter->head);
        put_ipv4(&filter->membership.group, request.imsf_multiaddr);
        memcpy(filter->membership.interface_address, &request.imsf_interface, sizeof request.imsf_interface);
        filter->mode = request.imsf_fmode;
        filter->count = request.imsf_numsrc;
    } else {
        struct group_filter request;
        filter->head = GROUP_FILTER_SIZE(0);
        filter->each = sizeof(struct sockaddr_storage);
        if (len < filter->head) return false;
        memcpy(&request, value, filter->head);
        put_storage(&filter->membership.group, &request.gf_group);
        filter->membership.interface = request.gf_interface;
        filter->mode = request.gf_fmode;
        filter->count = request.gf_numsrc;
    }
    return true;
}

static int32_t set_filter(int fd, const struct option_row *row, const unsigned char *value, socklen_t len) {
    struct filter filter;
    if (!filter_in(row->kind, value, len, &filter)) return __wasi_socket_set_option(fd, row->code, NULL, 0);
    if (filter.count > 0x1fffffe) return ENOBUFS;
    if (filter.count > (len - filter.head) / filter.each) return EINVAL;
    size_t size = RECORD_HEAD + filter.count * sizeof(__wasi_net_ip_address_t);
    unsigned char *record = malloc(size);
    if (record == NULL) return ENOBUFS;
    memcpy(record, &filter, RECORD_HEAD);
    for (size_t i = 0; i < filter.count; i++) {
        __wasi_net_ip_address_t ip = {.family = 0};
        struct sockaddr_storage storage;
        struct in_addr address;
        const unsigned char *source = value + filter.head + i * filter.each;
        memcpy(row->kind == KIND_FILTER4 ? (void *)&address : &storage, source, filter.each);
        if (row->kind == KIND_FILTER4) put_ipv4(&ip, address);
        else put_storage(&ip, &storage);
        memcpy(record + RECORD_HEAD + i * sizeof ip, &ip, sizeof ip);
    }
    int32_t error = __wasi_socket_set_option(fd, row->code, record, (uint32_t)size);
    free(record);
    return error;
}

int32_t __net_get_filter(int fd, const struct option_row *row, void *value, socklen_t *len) {
    struct filter filter, found;
    size_t head = row->kind == KIND_FILTER4 ? IP_MSFILTER_SIZE(0) : GROUP_FILTER_SIZE(0);
    if (*len < head || *len > INT_MAX) {
        uint32_t none = 0;
        return __wasi_socket_get_option(fd, row->code, NULL, &none);
    }
    if (!__net_inside(value, *len)) return EFAULT;
    filter_in(row->kind, value, *len, &filter);
    size_t room = (*len - filter.head) / filter.each;
    if (filter.count < room) room = filter.count;
    uint32_t size = (uint32_t)(RECORD_HEAD + room * sizeof(__wasi_net_ip_address_t));
    unsigned char *record = malloc(size);
    if (record == NULL) return ENOBUFS;
    filter.count = (uint32_t)room;
    memcpy(record, &filter, RECORD_HEAD);
    int32_t error = __wasi_socket_get_option(fd, row->code, record, &size);
    if (error != 0) {
        free(record);
        return error;
    }
    memcpy(&found, record, RECORD_HEAD);
    // The mode and the count are the structures' last members before the list.
    memcpy((unsigned char *)value + filter.head - 8, &found.mode, sizeof found.mode);
    memcpy((unsigned char *)value + filter.head - 4, &found.count, sizeof found.count);
    size_t told = found.count < room ? found.count : room;
    for (size_t i = 0; i < told; i++) {
        __wasi_net_ip_address_t ip;
        struct sockaddr_storage storage = {.ss_family = 0};
        memcpy(&ip, record + RECORD_HEAD + i * sizeof ip, sizeof ip);
        __net_sockaddr_of(&ip, &storage);
        memcpy((unsigned char *)value + filter.head + i * filter.each,
               row->kind == KIND_FILTER4 ? (void *)ip.address : &storage, filter.each);
    }
    free(record);
    *len = (socklen_t)(filter.head + told * filter.each);
    return 0;
}

int32_t __net_set_membership(int fd, const struct option_row *row, const void *value, socklen_t len) {
    __wasi_net_membership_t record;
    memset(&record, 0, sizeof record);
    if (row->kind == KIND_FILTER4 || row->kind == KIND_FILTER) return set_filter(fd, row, value, len);
    if (!membership_in(row, value, len, &record)) return __wasi_socket_set_option(fd, row->code, NULL, 0);
    return __wasi_socket_set_option(fd, row->code, &record, sizeof record);
}
