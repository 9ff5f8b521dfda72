// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// Abstract names: no file, gone with the socket, and any bytes.

int main(void) {
    char got[16] = "", name[64];
    snprintf(name, sizeof name, "@netwasi-test-%ld-%ld", (long)time(NULL), (long)clock());
    int listener = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_connect(client, name));
    SHOW(unix_bind(listener, name));
    SHOW(unix_bind(REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), name));
    SHOW(listen(listener, 1));
    SHOW(unix_connect(client, name));
    int server = REQUIRE(accept(listener, NULL, NULL));
    struct sockaddr_un at;
    socklen_t len = sizeof at;
    REQUIRE(getpeername(client, (struct sockaddr *)&at, &len));
    printf("whole name: %d\n", len == 2 + strlen(name) && at.sun_path[0] == 0 &&
                                    memcmp(at.sun_path + 1, name + 1, strlen(name) - 1) == 0);
    SHOW(write(client, "hello", 5));
    SHOW(read(server, got, sizeof got));
    SHOW(close(listener));
    SHOW(unix_connect(REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), name));
    int automatic = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0));
    at = (struct sockaddr_un){.sun_family = AF_UNIX};
    SHOW(bind(automatic, (struct sockaddr *)&at, sizeof at.sun_family));
    len = sizeof at;
    REQUIRE(getsockname(automatic, (struct sockaddr *)&at, &len));
    printf("a name was found: %d\n", len == 8 && at.sun_path[0] == 0);
    return t_status;
}
