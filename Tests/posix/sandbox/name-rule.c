// SPDX-License-Identifier: Apache-2.0
// netwasi: --explain --allow-outbound tcp://localhost:1
// stderr: --allow-outbound tcp://127.0.0.2:1

#include "../test.h"
#include <netdb.h>

// A rule with a name allows looking it up and connecting to what came back, and nothing next to it.

int main(void) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_family = AF_INET}, *list;
    int error = getaddrinfo("localhost", "1", &hints, &list);
    if (error) return t_error("getaddrinfo: %s", gai_strerror(error)), 1;
    int fd = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    SHOW(connect(fd, list->ai_addr, list->ai_addrlen));
    struct endpoint to = loopback(AF_INET, 2);
    SHOW(connect(fd, &to.any, to.len));
    to = loopback(AF_INET, 1);
    to.v4.sin_addr.s_addr = htonl(0x7f000002);
    SHOW(connect(fd, &to.any, to.len));
    printf("another name: %s\n", getaddrinfo("other.test", "1", &hints, &list) ? "refused" : "looked up");
    return t_status;
}
