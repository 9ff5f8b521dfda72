// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>

// What F_GETFL says of each kind of descriptor, and what F_SETFL changes.

static void show_flags(const char *name, int fd) {
    int flags = REQUIRE(fcntl(fd, F_GETFL));
    const char *mode = (flags & O_ACCMODE) == O_RDONLY ? "RDONLY" : (flags & O_ACCMODE) == O_WRONLY ? "WRONLY" : "RDWR";
    printf("%s: %s%s%s%s", name, mode, flags & O_NONBLOCK ? " NONBLOCK" : "", flags & O_APPEND ? " APPEND" : "",
           (flags & O_SYNC) == O_SYNC ? " SYNC" : flags & O_DSYNC ? " DSYNC" : "");
    int result = fcntl(fd, F_SETFL, O_NONBLOCK | O_APPEND);
    flags = fcntl(fd, F_GETFL);
    printf("; F_SETFL: %s%s%s", result < 0 ? errname(errno) : "ok", flags & O_NONBLOCK ? " NONBLOCK" : "",
           flags & O_APPEND ? " APPEND" : "");
    result = fcntl(fd, F_SETFL, 0);
    flags = fcntl(fd, F_GETFL);
    printf("; back: %s%s%s\n", result < 0 ? errname(errno) : "ok", flags & O_NONBLOCK ? " NONBLOCK" : "",
           flags & O_APPEND ? " APPEND" : "");
}

int main(void) {
    int ends[2], pair[2];
    sigset_t set;
    sigemptyset(&set);
    show_flags("created", REQUIRE(open("file", O_RDWR | O_CREAT, 0600)));
    show_flags("for reading", REQUIRE(open("file", O_RDONLY)));
    show_flags("for writing", REQUIRE(open("file", O_WRONLY)));
    show_flags("appending", REQUIRE(open("file", O_WRONLY | O_APPEND)));
    show_flags("nonblocking", REQUIRE(open("file", O_RDONLY | O_NONBLOCK)));
    show_flags("synchronous", REQUIRE(open("file", O_RDWR | O_SYNC)));
    show_flags("data synchronous", REQUIRE(open("file", O_RDWR | O_DSYNC)));
    show_flags("directory", REQUIRE(open(".", O_RDONLY | O_DIRECTORY)));
    show_flags("/dev/null", REQUIRE(open("/dev/null", O_WRONLY)));
    REQUIRE(pipe2(ends, O_NONBLOCK));
    show_flags("reading end", ends[0]);
    show_flags("writing end", ends[1]);
    show_flags("tcp", REQUIRE(socket(AF_INET, SOCK_STREAM, 0)));
    show_flags("udp", REQUIRE(socket(AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK, 0)));
    REQUIRE(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair));
    show_flags("unix", pair[0]);
    show_flags("eventfd", REQUIRE(eventfd(0, 0)));
    show_flags("timerfd", REQUIRE(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK)));
    show_flags("signalfd", REQUIRE(signalfd(-1, &set, 0)));
    show_flags("epoll", REQUIRE(epoll_create1(0)));
    show_flags("inotify", REQUIRE(inotify_init1(IN_NONBLOCK)));
    return t_status;
}
