// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <resolv.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <time.h>

// What the other files leave out: room in files, sizes of pipes, owners, limits, waits with masks, filters of
// senders, requests about interfaces, timers, and what is looked up in tables.

static bool is(int fd, unsigned mask) { return fd >= LOWEST && fd < HIGHEST && mask >> open_kinds[fd] & 1; }

static void step_room(void) {
    say(" posix_fallocate");
    int fd = chance(80) ? some_fd(OF(REGULAR)) : any_fd();
    long long from = ONE_OF(0, 10, 4096, -1), size = ONE_OF(1, 100, 5000, 0, -1);
    say(" %lld %lld", from, size);
    if (is(fd, OF(SIGNALS) | OF(DIRECTORY) | OF(OTHER))) return;
    say(" = %s", error_name(posix_fallocate(fd, from, size)));
}

static void step_lockf(void) {
    static const struct name ways[] = {NAMED(F_TLOCK), NAMED(F_TEST), NAMED(F_ULOCK), {99, "99"}, {0, NULL}};
    say(" lockf");
    int fd = some_fd(OF(REGULAR)), way = one_named(ways);
    long long size = ONE_OF(0, 5, -1, 100);
    say(" %lld", size);
    if (is(fd, OF(SIGNALS) | OF(OTHER))) return;
    result(lockf(fd, way, size));
}

static void step_advise(void) {
    say(" posix_fadvise");
    int fd = any_fd(), what = ONE_OF(POSIX_FADV_NORMAL, POSIX_FADV_DONTNEED, POSIX_FADV_WILLNEED, 77);
    long long from = ONE_OF(0, 100), size = ONE_OF(0, 100, -1);
    say(" %d %lld %lld", what, from, size);
    if (is(fd, OF(SIGNALS) | OF(DIRECTORY) | OF(OTHER))) return;
    say(" = %s", error_name(posix_fadvise(fd, from, size, what)));
}

static void step_vmsplice(void) {
    say(" vmsplice");
    int fd = some_fd(OF(PIPE_WRITE) | OF(PIPE_READ));
    struct iovec iov = {.iov_len = ONE_OF(0u, 8u, 300u)};
    iov.iov_base = good_room(iov.iov_len + 1);
    say(" %zu", iov.iov_len);
    if (is(fd, OF(SIGNALS) | OF(OTHER))) return;
    result(vmsplice(fd, &iov, 1, SPLICE_F_NONBLOCK));
}

static void step_pipe_size(void) {
    bool sets = chance(50);
    say(" %s", sets ? "F_SETPIPE_SZ" : "F_GETPIPE_SZ");
    int fd = some_fd(OF(PIPE_READ) | OF(PIPE_WRITE)), size = ONE_OF(4096, 65536, 100, 0, -1);
    if (is(fd, OF(SIGNALS) | OF(OTHER))) return;
    if (sets) say(" %d", size);
    result(sets ? fcntl(fd, F_SETPIPE_SZ, size) : fcntl(fd, F_GETPIPE_SZ));
}

static void step_owner(void) {
    say(" owner");
    int fd = any_fd(), whom = ONE_OF(0, 0, 1);
    if (chance(50)) {
        say(" %s", whom ? "own" : "none");
        result(fcntl(fd, F_SETOWN, whom ? getpid() : 0));
    } else {
        int got = fcntl(fd, F_GETOWN);
        if (got == getpid()) say(" = own");
        else result(got);
    }
}

static void step_urgent(void) {
    int *value = room(sizeof *value, false);
    say(" SIOCATMARK");
    int fd = some_fd(OF(TCP) | OF(UNIX_STREAM));
    bool bad = bad_room;
    // To others this is a request about an interface, with a record that is longer.
    if (!is(fd, STREAMS)) return;
    if (result(ioctl(fd, SIOCATMARK, value)) == 0 && !bad) say(" %d", *value);
}

// Makes something where there are fewer numbers than it takes, as a rule.
static void step_limit(void) {
    struct rlimit limit;
    say(" limit");
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = ONE_OF(20u, 25u, 30u, 5u, 0u);
    say(" %u", (unsigned)limit.rlim_cur);
    result(setrlimit(RLIMIT_NOFILE, &limit));
    switch (rnd(5)) {
    case 0: result(dup(any_fd())); break;
    case 1: say(" F_DUPFD"); result(fcntl(1, F_DUPFD, ONE_OF(0, 20, 30, 100))); break;
    case 2: say(" dup2"); result(dup2(1, ONE_OF(25, 40, 100))); break;
    case 3: wait_steps[rnd(2) ? 2 : 5].run(); break;
    default: socket_steps[rnd(2)].run();
    }
    limit.rlim_cur = 1000;
    setrlimit(RLIMIT_NOFILE, &limit);
    // What these made is noted as what it is copied from, or as nothing.
    for (int fd = LOWEST; fd < HIGHEST; fd++)
        if (open_kinds[fd] == NONE && fcntl(fd, F_GETFD) != -1) close(fd);
}

// With nothing to wait for, signals that the mask lets through come first.
static void step_masked_wait(void) {
    sigset_t mask;
    struct epoll_event event;
    struct timespec zero = {0};
    say(" masked");
    sigemptyset(&mask);
    // What a mask lets through is natively still to be read from a descriptor of signals.
    for (int fd = LOWEST; fd < HIGHEST; fd++)
        if (is(fd, OF(SIGNALS))) return;
    if (chance(30)) sigaddset(&mask, ONE_OF(SIGUSR1, SIGPIPE, SIGURG));
    switch (rnd(3)) {
    case 0: {
        say(" ppoll");
        struct pollfd one = {.fd = any_fd(), .events = POLLIN};
        result(ppoll(&one, 1, &zero, &mask));
        break;
    }
    case 1: say(" pselect"); result(pselect(0, NULL, NULL, NULL, &zero, &mask)); break;
    default: say(" epoll_pwait"); result(epoll_pwait(some_fd(OF(EPOLL)), &event, 1, 0, &mask)); break;
    }
}

static void step_event(void) {
    eventfd_t value = 0;
    bool reads = chance(50);
    say(" %s", reads ? "eventfd_read" : "eventfd_write");
    int fd = some_fd(OF(EVENT));
    if (!is(fd, OF(EVENT))) return;
    if (reads) {
        if (result(eventfd_read(fd, &value)) == 0) say(" %llu", (unsigned long long)value);
    } else result(eventfd_write(fd, ONE_OF(UINT64_MAX, UINT64_MAX - 1, (uint64_t)1, (uint64_t)5, (uint64_t)0)));
}

static void step_filter(void) {
    struct sockaddr_in group = {.sin_family = AF_INET}, senders[3];
    struct sockaddr_storage list[3];
    uint32_t mode = ONE_OF(MCAST_INCLUDE, MCAST_EXCLUDE, MCAST_EXCLUDE, 7), count = rnd(4);
    inet_pton(AF_INET, ONE_OF("239.1.2.3", "239.1.2.4", "127.0.0.1"), &group.sin_addr);
    memset(list, 0, sizeof list);
    memset(senders, 0, sizeof senders);
    for (unsigned i = 0; i < 3; i++) {
        senders[i].sin_family = AF_INET;
        senders[i].sin_addr.s_addr = htonl(0x7f000001 + i);
        memcpy(&list[i], &senders[i], sizeof senders[i]);
    }
    bool sets = chance(50);
    say(" %s", sets ? "setsourcefilter" : "getsourcefilter");
    int fd = some_fd(OF(UDP));
    if (is(fd, OF(SIGNALS) | OF(OTHER))) return;
    say(" %s %u %u", inet_ntoa(group.sin_addr), mode, count);
    if (sets) result(setsourcefilter(fd, 1, (struct sockaddr *)&group, sizeof group, mode, count, list));
    else if (result(getsourcefilter(fd, 1, (struct sockaddr *)&group, sizeof group, &mode, &count, list)) == 0) say(" %u %u", mode, count);
}

static void step_interface_request(void) {
    static const struct name requests[] = {NAMED(SIOCGIFINDEX), NAMED(SIOCGIFNAME), NAMED(SIOCGIFFLAGS), NAMED(SIOCGIFADDR), NAMED(SIOCGIFNETMASK),
                                           NAMED(SIOCGIFMTU), NAMED(SIOCGIFHWADDR), NAMED(SIOCGIFBRDADDR), {0, NULL}};
    struct ifreq request;
    memset(&request, 0, sizeof request);
    say(" ioctl");
    int fd = some_fd(SOCKETS), what = one_named(requests);
    if (!is(fd, SOCKETS)) return;
    const char *name = ONE_OF("lo", "none", "", "a name that is", "lo:1");
    strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    if (what == SIOCGIFNAME) request.ifr_ifindex = ONE_OF(1, 0, 9999, -1);
    say(" '%s'", name);
    if (result(ioctl(fd, (unsigned)what, &request)) != 0) return;
    if (what == SIOCGIFNAME) say(" %s", request.ifr_name);
    else if (what == SIOCGIFINDEX || what == SIOCGIFMTU) say(" %d", request.ifr_ifindex);
    else if (what == SIOCGIFFLAGS) say(" %x", (unsigned)request.ifr_flags & 0xffff);
    else say_address(&request.ifr_addr, 16, 16);
}

static void step_timer(void) {
    static timer_t timers[4];
    static bool there[4];
    unsigned at = rnd(4);
    struct itimerspec time = {0}, before = {0};
    say(" timer %u", at);
    if (!there[at]) {
        struct sigevent event = {.sigev_notify = ONE_OF(SIGEV_SIGNAL, SIGEV_NONE, 99), .sigev_signo = ONE_OF(SIGUSR1, SIGUSR2, 0, 99)};
        clockid_t clock = chance(50) ? CLOCK_MONOTONIC : CLOCK_REALTIME;
        say(" create %d %d", event.sigev_notify == SIGEV_SIGNAL ? 0 : event.sigev_notify == SIGEV_NONE ? 1 : 99, event.sigev_signo);
        if (result(timer_create(clock, &event, &timers[at])) == 0) there[at] = true;
        return;
    }
    switch (rnd(4)) {
    case 0:
        say(" delete");
        result(timer_delete(timers[at]));
        there[at] = false;
        break;
    case 1:
        say(" gettime");
        if (result(timer_gettime(timers[at], &time)) == 0) say(" %d %lld", time.it_value.tv_sec > 1000, (long long)time.it_interval.tv_sec);
        break;
    case 2: say(" getoverrun"); result(timer_getoverrun(timers[at])); break;
    default:
        time.it_value.tv_sec = ONE_OF(0, 100000, -1);
        time.it_value.tv_nsec = time.it_value.tv_sec == 0 ? 0 : ONE_OF(0, 1, 1000000000, -1);
        time.it_interval.tv_sec = ONE_OF(0, 50, -1);
        say(" settime %lld %ld %lld", (long long)time.it_value.tv_sec, (long)time.it_value.tv_nsec, (long long)time.it_interval.tv_sec);
        if (result(timer_settime(timers[at], 0, &time, &before)) == 0) say(" before %d %lld", before.it_value.tv_sec > 1000, (long long)before.it_interval.tv_sec);
    }
}

static void step_tables(void) {
    say(" protocol");
    const struct protoent *entry = NULL;
    if (chance(50)) {
        const char *name = ONE_OF("tcp", "udp", "icmp", "ipv6-icmp", "ip", "none", "");
        say(" %s", name);
        entry = getprotobyname(name);
    } else {
        int number = ONE_OF(6, 17, 1, 58, 0, -1, 300);
        say(" %d", number);
        entry = getprotobynumber(number);
    }
    if (entry == NULL) say(" none");
    else say(" %s %d", entry->p_name, entry->p_proto);
}

static void step_host(void) {
    const char *name = ONE_OF("127.0.0.1", "1.2.3", "0x7f.1", "::1", "1:2::3", "256.1.1.1", "");
    int family = ONE_OF(AF_INET, AF_INET6);
    say(" gethostbyname2 %s %d", name, family == AF_INET ? 4 : 6);
    // What is no number asks others.
    if (strchr(name, ':') == NULL ? family != AF_INET || name[0] != '1' : family != AF_INET6) return;
    const struct hostent *entry = gethostbyname2(name, family);
    if (entry == NULL) {
        say(" %d", h_errno);
        return;
    }
    say(" %s ", entry->h_name);
    say_hex(entry->h_addr_list[0], (size_t)entry->h_length);
}

static void step_query(void) {
    static unsigned char message[300];
    const char *name = ONE_OF("example.org", ".", "a..b", "a.b.", "x", "very.long.name.of.many.labels.that.is.none.at.all");
    int size = chance(70) ? (int)sizeof message : (int)rnd(40), type = ONE_OF(1, 28, 255, 0, 65535);
    say(" res_mkquery '%s' %d /%d", name, type, size);
    memset(message, 0x55, sizeof message);
    int got = res_mkquery(0, name, 1, type, NULL, 0, NULL, message, size);
    say(" = %d ", got);
    // The number is chance.
    if (got > 2) say_hex(message + 2, (size_t)got - 2);
}

const struct step other_steps[] = {
    {step_room, 3}, {step_lockf, 3}, {step_advise, 2}, {step_vmsplice, 3}, {step_pipe_size, 3}, {step_owner, 3},
    {step_urgent, 2}, {step_limit, 4}, {step_masked_wait, 5}, {step_event, 4}, {step_filter, 4}, {step_interface_request, 4}, {step_timer, 6},
    {step_tables, 2}, {step_host, 2}, {step_query, 2}, {NULL, 0},
};
