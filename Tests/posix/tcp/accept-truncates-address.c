// SPDX-License-Identifier: Apache-2.0

#include "../test.h"

// accept, getsockname and getpeername write no more than the length given and report the length there was.

static const socklen_t lengths[] = {0, 1, 2, 4, 8, 15, 16, 17, 128};

static int untouched(const unsigned char *bytes, size_t from, size_t to) {
    while (from < to && bytes[from] == 0xa5) from++;
    return from == to;
}

static void report(const char *call, int result, const unsigned char *bytes, socklen_t given, socklen_t len,
                   const struct endpoint *wanted) {
    size_t written = given < len ? given : len;
    printf("%s, length %u: %s, length %u\n", call, (unsigned)given, result < 0 ? errname(errno) : "ok", (unsigned)len);
    EXPECT(memcmp(bytes, &wanted->any, written < 8 ? written : 8) == 0);
    EXPECT(untouched(bytes, written, 128));
}

int main(void) {
    struct endpoint at;
    int listener = listening_socket(AF_INET, &at);
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
        REQUIRE(connect(client, &at.any, at.len));
        struct endpoint from = local_of(client);
        union {
            struct sockaddr any;
            unsigned char bytes[128];
        } got;
        socklen_t len = lengths[i];
        memset(&got, 0xa5, sizeof got);
        int server = accept(listener, &got.any, &len);
        report("accept", server, got.bytes, lengths[i], len, &from);
        memset(&got, 0xa5, sizeof got);
        len = lengths[i];
        int result = getpeername(server, &got.any, &len);
        report("getpeername", result, got.bytes, lengths[i], len, &from);
        memset(&got, 0xa5, sizeof got);
        len = lengths[i];
        result = getsockname(server, &got.any, &len);
        report("getsockname", result, got.bytes, lengths[i], len, &at);
        close(client);
        close(server);
    }
    return t_status;
}
