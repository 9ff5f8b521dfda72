// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <netdb.h>

// Services and protocols in records of the caller's; rooms that are too small.

int main(void) {
    struct servent service, *found;
    struct protoent protocol, *found_protocol;
    char buffer[4096];
    printf("%d ", getservbyname_r("http", "tcp", &service, buffer, sizeof buffer, &found));
    printf("%s %d %s %d\n", service.s_name, ntohs(service.s_port), service.s_proto, found == &service);
    printf("%d ", getservbyport_r(htons(53), "udp", &service, buffer, sizeof buffer, &found));
    printf("%s %s %d\n", service.s_name, service.s_proto, found == &service);
    EXPECT_EQ(getservbyname_r("http", "tcp", &service, buffer, 4, &found), ERANGE);
    EXPECT(found == NULL);
    EXPECT(getservbyname_r("none-such", "tcp", &service, buffer, sizeof buffer, &found) == 0 || found == NULL);
    int count = 0;
    setservent(0);
    while (getservent_r(&service, buffer, sizeof buffer, &found) == 0) count += strcmp(service.s_name, "http") == 0;
    endservent();
    EXPECT(count > 0);
    printf("%d ", getprotobyname_r("udp", &protocol, buffer, sizeof buffer, &found_protocol));
    printf("%s %d %d\n", protocol.p_name, protocol.p_proto, found_protocol == &protocol);
    printf("%d ", getprotobynumber_r(6, &protocol, buffer, sizeof buffer, &found_protocol));
    printf("%s %d %d\n", protocol.p_name, protocol.p_proto, found_protocol == &protocol);
    EXPECT(getprotobyname_r("none-such", &protocol, buffer, sizeof buffer, &found_protocol) == 0 || found_protocol == NULL);
    EXPECT(found_protocol == NULL);
    struct addrinfo hints = {.ai_flags = AI_IDN | AI_NUMERICHOST}, *list;
    SHOW(getaddrinfo("127.0.0.1", "1", &hints, &list));
    freeaddrinfo(list);
    return t_status;
}
