// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "unix.h"

// A full backlog is EAGAIN to a connect that does not wait; readiness of listener and connection.

int main(void) {
    int listener = REQUIRE(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0)), done = 0, error = 0;
    REQUIRE(unix_bind(listener, "sock"));
    REQUIRE(listen(listener, 1));
    SHOW(accept(listener, NULL, NULL));
    struct pollfd p = {.fd = listener, .events = POLLIN};
    SHOW(poll(&p, 1, 0));
    for (; done < 10; done++) {
        int client = REQUIRE(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
        if (unix_connect(client, "sock") == 0) continue;
        error = errno;
        break;
    }
    printf("after %d: %s\n", done, errname(error));
    printf("listener: %s\n", events_text(wait_for(listener, POLLIN)));
    int server = SHOW_OK(accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK));
    printf("server: %s\n", events_text(wait_for(server, POLLIN | POLLOUT)));
    printf("%d\n", fcntl(server, F_GETFD));
    int again = REQUIRE(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
    SHOW(unix_connect(again, "sock"));
    close(listener);
    printf("reset: %s\n", events_text(wait_for(again, POLLIN | POLLOUT)));
    char got;
    SHOW(read(again, &got, 1));
    SHOW(read(again, &got, 1));
    return t_status;
}
