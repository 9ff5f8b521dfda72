// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// RFC 3678's functions over the options for filters.

int setipv4sourcefilter(int fd, struct in_addr interface, struct in_addr group, uint32_t mode, uint32_t count,
                        const struct in_addr *sources) {
    if (count > 1000) return __net_ret(ENOBUFS);
    if (count > 0 && !__net_inside(sources, count * sizeof *sources)) return __net_ret(EFAULT);
    struct ip_msfilter *filter = malloc(IP_MSFILTER_SIZE(count));
    if (filter == NULL) return __net_ret(ENOMEM);
    filter->imsf_multiaddr = group;
    filter->imsf_interface = interface;
    filter->imsf_fmode = mode;
    filter->imsf_numsrc = count;
    memcpy(filter->imsf_slist, sources, count * sizeof *sources);
    int result = setsockopt(fd, IPPROTO_IP, IP_MSFILTER, filter, IP_MSFILTER_SIZE(count));
    free(filter);
    return result;
}

int getipv4sourcefilter(int fd, struct in_addr interface, struct in_addr group, uint32_t *mode, uint32_t *count,
                        struct in_addr *sources) {
    if (!__net_inside(mode, sizeof *mode) || !__net_inside(count, sizeof *count)) return __net_ret(EFAULT);
    uint32_t room = *count;
    if (room > 1000) return __net_ret(ENOBUFS);
    socklen_t size = IP_MSFILTER_SIZE(room);
    struct ip_msfilter *filter = malloc(size);
    if (filter == NULL) return __net_ret(ENOMEM);
    filter->imsf_multiaddr = group;
    filter->imsf_interface = interface;
    filter->imsf_numsrc = room;
    int result = getsockopt(fd, IPPROTO_IP, IP_MSFILTER, filter, &size);
    if (result == 0) {
        *mode = filter->imsf_fmode;
        *count = filter->imsf_numsrc;
        memcpy(sources, filter->imsf_slist, (room < *count ? room : *count) * sizeof *sources);
    }
    free(filter);
    return result;
}

static int level_of(const struct sockaddr *group) {
    switch (group->sa_family) {
    case AF_INET: return IPPROTO_IP;
    case AF_INET6: return IPPROTO_IPV6;
    default: return -1;
    }
}

int setsourcefilter(int fd, uint32_t interface, const struct sockaddr *group, socklen_t length, uint32_t mode,
                    uint32_t count, const struct sockaddr_storage *sources) {
    if (count > 1000) return __net_ret(ENOBUFS);
    if (!__net_inside(group, length) || (count > 0 && !__net_inside(sources, count * sizeof *sources)))
        return __net_ret(EFAULT);
    if (length > sizeof(struct sockaddr_storage) || length < sizeof *group || level_of(group) < 0)
        return __net_ret(EINVAL);
    struct group_filter *filter = calloc(1, GROUP_FILTER_SIZE(count));
    if (filter == NULL) return __net_ret(ENOMEM);
    filter->gf_interface = interface;
    memcpy(&filter->gf_group, group, length);
    filter->gf_fmode = mode;
    filter->gf_numsrc = count;
    memcpy(filter->gf_slist, sources, count * sizeof *sources);
    int result = setsockopt(fd, level_of(group), MCAST_MSFILTER, filter, GROUP_FILTER_SIZE(count));
    free(filter);
    return result;
}

int getsourcefilter(int fd, uint32_t interface, const struct sockaddr *group, socklen_t length, uint32_t *mode,
                    uint32_t *count, struct sockaddr_storage *sources) {
    if (!__net_inside(group, length) || !__net_inside(mode, sizeof *mode) || !__net_inside(count, sizeof *count))
        return __net_ret(EFAULT);
    uint32_t room = *count;
    if (room > 1000) return __net_ret(ENOBUFS);
    if (length > sizeof(struct sockaddr_storage) || length < sizeof *group || level_of(group) < 0)
        return __net_ret(EINVAL);
    socklen_t size = GROUP_FILTER_SIZE(room);
    struct group_filter *filter = calloc(1, size);
    if (filter == NULL) return __net_ret(ENOMEM);
    filter->gf_interface = interface;
    memcpy(&filter->gf_group, group, length);
    filter->gf_numsrc = room;
    int result = getsockopt(fd, level_of(group), MCAST_MSFILTER, filter, &size);
    if (result == 0) {
        *mode = filter->gf_fmode;
        *count = filter->gf_numsrc;
        memcpy(sources, filter->gf_slist, (room < *count ? room : *count) * sizeof *sources);
    }
    free(filter);
    return result;
}
