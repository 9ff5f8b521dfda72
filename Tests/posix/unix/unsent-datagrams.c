// SPDX-License-Identifier: Apache-2.0
#include "unix.h"
#include <sys/epoll.h>

// What a datagram fails by that goes to a name where nobody is: what is wrong with the socket or the datagram comes before
// the name, and the buffer that it had and gave back is an event.

static void print_events(const char *when, int epoll) {
    struct epoll_event event;
    int count = epoll_wait(epoll, &event, 1, 0);
    printf("%s: %d %#x\n", when, count, count > 0 ? event.events : 0);
}

static void edges(const char *path) {
    int pair[2], epoll = REQUIRE(epoll_create1(0));
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair));
    struct epoll_event event = {.events = EPOLLOUT | EPOLLET};
    REQUIRE(epoll_ctl(epoll, EPOLL_CTL_ADD, pair[0], &event));
    print_events("added", epoll);
    print_events("nothing new", epoll);
    SHOW(unix_send(pair[0], "text", path));
    print_events("given back", epoll);
    close(pair[0]);
    close(pair[1]);
    close(epoll);
}

static void order(const char *path) {
    int fd = REQUIRE(socket(AF_UNIX, SOCK_DGRAM, 0)), room = 2048;
    socklen_t len;
    struct sockaddr_un at = unix_address(path, &len);
    static char large[100000];
    SHOW(sendto(fd, "text", 4, MSG_OOB, (struct sockaddr *)&at, len));
    REQUIRE(setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof room));
    SHOW(sendto(fd, large, sizeof large, 0, (struct sockaddr *)&at, len));
    SHOW(unix_send(fd, "text", path));
    SHOW(shutdown(fd, SHUT_WR));
    SHOW(unix_send(fd, "text", path));
    close(fd);
}

int main(void) {
    static const char *const paths[] = {"missing", "missing/name", "file/name", "file", "@unsent-datagrams-missing"};
    close(REQUIRE(open("file", O_CREAT | O_WRONLY, 0600)));
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        printf("%s\n", paths[i]);
        edges(paths[i]);
        order(paths[i]);
    }
    return t_status;
}
