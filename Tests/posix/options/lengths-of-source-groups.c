// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <stddef.h>

// The structure with a group and a source is to be as long as it is, but where it is longer IPv6 does not mind.

static void join(int family, const char *group, const char *source, int by) {
    int fd = REQUIRE(socket(family, SOCK_DGRAM, 0));
    struct group_source_req request = {.gsr_interface = 1};
    unsigned char bytes[sizeof request + 8] = {0};
    request.gsr_group.ss_family = request.gsr_source.ss_family = (sa_family_t)family;
    size_t place = family == AF_INET ? offsetof(struct sockaddr_in, sin_addr) : offsetof(struct sockaddr_in6, sin6_addr);
    REQUIRE(inet_pton(family, group, (char *)&request.gsr_group + place));
    REQUIRE(inet_pton(family, source, (char *)&request.gsr_source + place));
    memcpy(bytes, &request, sizeof request);
    int level = family == AF_INET ? IPPROTO_IP : IPPROTO_IPV6;
    printf("%s%+d: ", group, by);
    SHOW(setsockopt(fd, level, MCAST_JOIN_SOURCE_GROUP, bytes, (socklen_t)((int)sizeof request + by)));
    REQUIRE(close(fd));
}

int main(void) {
    for (int by = -8; by <= 8; by += 8) {
        join(AF_INET, "239.1.2.3", "127.0.0.1", by);
        join(AF_INET6, "ff15::1:2", "::1", by);
    }
    return t_status;
}
