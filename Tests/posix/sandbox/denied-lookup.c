// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound tcp://127.0.0.1:1
// stderr: localhost
// stderr: --allow-resolve localhost

#define _GNU_SOURCE
#include "../test.h"
#include <netdb.h>

// Names are not looked up without leave; literal addresses need no lookup.

int main(void) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list;
    printf("name: %s\n", getaddrinfo("localhost", "1", &hints, &list) ? "refused" : "looked up");
    hints.ai_flags = AI_IDN;
    printf("name in another script: %d\n", getaddrinfo("\303\244.test", "1", &hints, &list) == EAI_IDN_ENCODE);
    hints.ai_flags = 0;
    printf("old name: %s\n", gethostbyname("localhost") ? "looked up" : "refused");
    int error = getaddrinfo("127.0.0.1", "1", &hints, &list);
    printf("literal: %s\n", error ? "refused" : "ok");
    if (error) return 1;
    int fd = REQUIRE(socket(list->ai_family, list->ai_socktype, list->ai_protocol));
    SHOW(connect(fd, list->ai_addr, list->ai_addrlen));
    freeaddrinfo(list);
    return t_status;
}
