// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <sys/un.h>

// What poll, and epoll where it takes them, tell of each kind of descriptor that asks for everything.

#define EVERYTHING (POLLIN | POLLPRI | POLLOUT | POLLRDNORM | POLLRDBAND | POLLWRNORM | POLLWRBAND | POLLRDHUP)

static void show_events(const char *name, int fd) {
    static const char *const names[] = {"IN", "PRI", "OUT", "ERR", "HUP", "NVAL", "RDNORM", "RDBAND", "WRNORM", "WRBAND"};
    struct pollfd entry = {.fd = fd, .events = EVERYTHING};
    int ready = poll(&entry, 1, 0), set = REQUIRE(epoll_create1(0));
    printf("%s: %d", name, ready);
    for (int i = 0; i < 10; i++)
        if (entry.revents & 1 << i) printf(" %s", names[i]);
    if (entry.revents & POLLRDHUP) printf(" RDHUP");
    struct epoll_event event = {.events = EVERYTHING};
    if (epoll_ctl(set, EPOLL_CTL_ADD, fd, &event) < 0) {
        printf("; epoll: %s\n", errname(errno));
    } else {
        event.events = 0;
        epoll_wait(set, &event, 1, 0);
        printf("; epoll the same: %d\n", event.events == (unsigned short)entry.revents);
    }
    REQUIRE(close(set));
}

static void tcp(void) {
    int pair[2];
    struct endpoint at;
    show_events("fresh", REQUIRE(socket(AF_INET, SOCK_STREAM, 0)));
    int listener = listening_socket(AF_INET, &at);
    show_events("listening", listener);
    int client = REQUIRE(socket(AF_INET, SOCK_STREAM, 0));
    REQUIRE(connect(client, &at.any, at.len));
    show_events("a connection waits", listener);
    connected_pair(AF_INET, pair);
    show_events("connected", pair[0]);
    write_all(pair[1], "x", 1);
    wait_for(pair[0], POLLIN);
    show_events("data", pair[0]);
    REQUIRE(send(pair[1], "!", 1, MSG_OOB));
    wait_for(pair[0], POLLPRI);
    show_events("urgent data", pair[0]);
    REQUIRE(shutdown(pair[1], SHUT_WR));
    wait_for(pair[0], POLLRDHUP);
    show_events("the other end sends no more", pair[0]);
    REQUIRE(shutdown(pair[0], SHUT_WR));
    wait_for(pair[0], POLLHUP);
    show_events("nor does this one", pair[0]);
    connected_pair(AF_INET, pair);
    REQUIRE(shutdown(pair[0], SHUT_RD));
    show_events("no more receiving", pair[0]);
    connected_pair(AF_INET, pair);
    struct linger none = {.l_onoff = 1};
    REQUIRE(setsockopt(pair[1], SOL_SOCKET, SO_LINGER, &none, sizeof none));
    REQUIRE(close(pair[1]));
    wait_for(pair[0], POLLHUP);
    show_events("reset", pair[0]);
}

static void local(int type, const char *name) {
    int pair[2];
    REQUIRE(socketpair(AF_UNIX, type, 0, pair));
    puts(name);
    show_events("idle", pair[0]);
    write_all(pair[1], "x", 1);
    show_events("data", pair[0]);
    REQUIRE(shutdown(pair[1], SHUT_WR));
    show_events("the other end sends no more", pair[0]);
    REQUIRE(close(pair[1]));
    show_events("closed", pair[0]);
    show_events("fresh", REQUIRE(socket(AF_UNIX, type, 0)));
}

int main(void) {
    int ends[2], file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    show_events("file", file);
    show_events("file for reading", REQUIRE(open("file", O_RDONLY)));
    show_events("directory", REQUIRE(open(".", O_RDONLY)));
    show_events("/dev/null", REQUIRE(open("/dev/null", O_RDWR)));
    show_events("/dev/zero", REQUIRE(open("/dev/zero", O_RDWR)));
    show_events("not open", 99);
    puts("pipes");
    REQUIRE(pipe2(ends, O_NONBLOCK));
    show_events("reader, empty", ends[0]);
    show_events("writer, empty", ends[1]);
    static char many[1 << 20];
    REQUIRE(write(ends[1], many, sizeof many));
    show_events("reader, full", ends[0]);
    show_events("writer, full", ends[1]);
    int kept = REQUIRE(dup(ends[0]));
    REQUIRE(close(ends[0]));
    REQUIRE(close(kept));
    show_events("writer without reader", ends[1]);
    REQUIRE(pipe(ends));
    REQUIRE(close(ends[1]));
    show_events("reader without writer", ends[0]);
    puts("events");
    int counter = REQUIRE(eventfd(0, 0));
    show_events("counter at 0", counter);
    REQUIRE(eventfd_write(counter, 1));
    show_events("counter at 1", counter);
    REQUIRE(eventfd_write(counter, UINT64_MAX - 2));
    show_events("counter at its greatest", counter);
    int timer = REQUIRE(timerfd_create(CLOCK_MONOTONIC, 0));
    show_events("timer", timer);
    struct itimerspec soon = {{0, 0}, {0, 1}};
    REQUIRE(timerfd_settime(timer, 0, &soon, NULL));
    wait_for(timer, POLLIN);
    show_events("timer that went off", timer);
    int set = REQUIRE(epoll_create1(0));
    show_events("empty set", set);
    REQUIRE(epoll_ctl(set, EPOLL_CTL_ADD, timer, &(struct epoll_event){.events = EPOLLIN}));
    show_events("set with an event", set);
    puts("tcp");
    tcp();
    puts("udp");
    struct endpoint at;
    int udp = bound_socket(AF_INET, SOCK_DGRAM, &at);
    show_events("idle", udp);
    REQUIRE(sendto(udp, "x", 1, 0, &at.any, at.len));
    show_events("data", udp);
    REQUIRE(connect(udp, &at.any, at.len));
    REQUIRE(shutdown(udp, SHUT_RD));
    show_events("no more receiving", udp);
    REQUIRE(shutdown(udp, SHUT_WR));
    show_events("nor sending", udp);
    int closed = bound_socket(AF_INET, SOCK_DGRAM, &at);
    REQUIRE(close(closed));
    udp = REQUIRE(socket(AF_INET, SOCK_DGRAM, 0));
    REQUIRE(connect(udp, &at.any, at.len));
    REQUIRE(send(udp, "x", 1, 0));
    show_events("refused", udp);
    local(SOCK_STREAM, "unix stream");
    local(SOCK_DGRAM, "unix datagram");
    local(SOCK_SEQPACKET, "unix seqpacket");
    return t_status;
}
