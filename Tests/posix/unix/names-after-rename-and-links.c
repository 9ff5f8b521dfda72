// SPDX-License-Identifier: Apache-2.0

#include "unix.h"

// A name is what bind was given, whatever becomes of the file; links lead to it.

#include <sys/stat.h>

int main(void) {
    int listener = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0)), client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    REQUIRE(mkdir("one", 0755));
    REQUIRE(mkdir("two", 0755));
    REQUIRE(unix_bind(listener, "one/sock"));
    REQUIRE(listen(listener, 8));
    SHOW(rename("one/sock", "two/moved"));
    SHOW(unix_connect(client, "one/sock"));
    SHOW(unix_connect(client, "two/moved"));
    print_peer("moved", client);
    SHOW(symlink("two/moved", "link"));
    client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_connect(client, "link"));
    print_peer("by a link", client);
    SHOW(link("two/moved", "hard"));
    client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_connect(client, "hard"));
    print_peer("by another name", client);
    int other = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_bind(other, "two/sock"));
    SHOW(listen(other, 1));
    print_local("other", other);
    print_local("first", listener);
    client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_connect(client, "two/../two/sock"));
    print_peer("other", client);
    SHOW(chdir("two"));
    client = REQUIRE(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(unix_connect(client, "sock"));
    print_peer("from inside", client);
    return t_status;
}
