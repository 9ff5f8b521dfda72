// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <net/if.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>

// The requests of ioctl on each kind of descriptor, most of which are none of theirs.

static void try(const char *kind, int fd) {
    static const struct {
        unsigned long request;
        const char *name;
    } requests[] = {
        {FIONREAD, "FIONREAD"},         {TIOCOUTQ, "TIOCOUTQ"},         {SIOCATMARK, "SIOCATMARK"},
        {FIONBIO, "FIONBIO"},           {FIOCLEX, "FIOCLEX"},           {FIONCLEX, "FIONCLEX"},
        {TIOCGWINSZ, "TIOCGWINSZ"},     {FIOGETOWN, "FIOGETOWN"},       {SIOCGIFFLAGS, "SIOCGIFFLAGS"},
        {SIOCGIFADDR, "SIOCGIFADDR"},   {SIOCGIFNETMASK, "SIOCGIFNETMASK"}, {SIOCGIFMTU, "SIOCGIFMTU"},
        {SIOCGIFINDEX, "SIOCGIFINDEX"}, {SIOCSIFADDR, "SIOCSIFADDR"},   {0x12345, "unknown"},
    };
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        union {
            struct ifreq interface;
            int number;
        } argument = {.number = 0};
        if (i >= 8) strcpy(argument.interface.ifr_name, "lo");
        errno = 0;
        int result = ioctl(fd, (int)requests[i].request, &argument);
        printf("%s, %s: %d %s", kind, requests[i].name, result, result < 0 ? errname(errno) : "");
        if (result == 0 && i < 3) printf("%d", argument.number);
        printf("\n");
    }
}

int main(void) {
    int ends[2], pair[2], datagrams[2];
    struct endpoint at;
    sigset_t usr1;
    REQUIRE(pipe(ends));
    write_all(ends[1], "abc", 3);
    connected_pair(AF_INET, pair);
    write_all(pair[1], "hello", 5);
    wait_for(pair[0], POLLIN);
    REQUIRE(socketpair(AF_UNIX, SOCK_DGRAM, 0, datagrams));
    REQUIRE(send(datagrams[1], "four", 4, 0));
    REQUIRE(send(datagrams[1], "fives", 5, 0));
    int file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    write_all(file, "text", 4);
    REQUIRE(lseek(file, 1, SEEK_SET));
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    REQUIRE(sigprocmask(SIG_BLOCK, &usr1, NULL));
    REQUIRE(raise(SIGUSR1));
    try("pipe", ends[0]);
    try("connection", pair[0]);
    try("listener", listening_socket(AF_INET, &at));
    try("UDP", bound_socket(AF_INET, SOCK_DGRAM, &at));
    try("UDP over IPv6", bound_socket(AF_INET6, SOCK_DGRAM, &at));
    try("unix datagrams", datagrams[0]);
    try("file", file);
    try("directory", REQUIRE(open(".", O_RDONLY | O_DIRECTORY)));
    try("eventfd", REQUIRE(eventfd(1, 0)));
    try("timer", REQUIRE(timerfd_create(CLOCK_MONOTONIC, 0)));
    try("signals", REQUIRE(signalfd(-1, &usr1, 0)));
    try("inotify", REQUIRE(inotify_init()));
    try("nothing", 999);
    return t_status;
}
