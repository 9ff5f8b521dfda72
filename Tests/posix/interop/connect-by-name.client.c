// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <netdb.h>

// The usual client loop over getaddrinfo's answers for localhost.

int main(int argc, char **argv) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list;
    int error = getaddrinfo("localhost", argv[1], &hints, &list), fd = -1;
    if (error) return t_error("getaddrinfo: %s", gai_strerror(error)), 1;
    for (struct addrinfo *a = list; a; a = a->ai_next) {
        fd = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
        if (fd >= 0 && connect(fd, a->ai_addr, a->ai_addrlen) == 0) break;
        close(fd);
        fd = -1;
    }
    freeaddrinfo(list);
    EXPECT(fd >= 0);
    char got[16] = "";
    SHOW(read_all(fd, got, sizeof got));
    printf("%s\n", got);
    return t_status;
}
