// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// A stream by path: the file appears, both ends know the name, the file stays when the socket goes.

#include <sys/stat.h>

int main(void) {
    struct stat status;
    char got[16] = "";
    int listener = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    print_local("unbound", listener);
    SHOW(unix_connect(client, "sock"));
    SHOW(unix_bind(listener, "sock"));
    print_local("bound", listener);
    SHOW(unix_connect(client, "sock"));
    SHOW(listen(listener, 4));
    SHOW(unix_connect(client, "sock"));
    SHOW(unix_connect(client, "sock"));
    int server = REQUIRE(accept(listener, NULL, NULL));
    print_local("client", client);
    print_peer("client's peer", client);
    print_local("server", server);
    print_peer("server's peer", server);
    SHOW(write(client, "there", 5));
    SHOW(read(server, got, sizeof got));
    SHOW(write(server, "and back", 8));
    SHOW(read(client, got, sizeof got));
    printf("%s\n", got);
    SHOW(close(listener));
    SHOW(stat("sock", &status));
    printf("a socket: %d\n", S_ISSOCK(status.st_mode) != 0);
    SHOW(unix_connect(REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), "sock"));
    SHOW(unlink("sock"));
    SHOW(unix_connect(REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), "sock"));
    SHOW(write(client, "x", 1));
    print_peer("client's peer", client);
    return t_status;
}
