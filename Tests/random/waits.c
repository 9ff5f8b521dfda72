// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/select.h>
#include <sys/timerfd.h>

// Waits that do not wait, and the descriptors that are made for waiting.

static const struct name events[] = {NAMED(POLLIN),     NAMED(POLLPRI),    NAMED(POLLOUT),    NAMED(POLLERR),    NAMED(POLLHUP),
                                     NAMED(POLLRDNORM), NAMED(POLLRDBAND), NAMED(POLLWRNORM), NAMED(POLLWRBAND), NAMED(POLLRDHUP),
                                     NAMED(POLLNVAL),   {0, NULL}};

static void step_poll(void) {
    say(" poll");
    unsigned count = rnd(6);
    struct pollfd *fds = room(count * sizeof *fds, true);
    bool bad = bad_room && count > 0;
    for (unsigned i = 0; i < count; i++) {
        struct pollfd one = {.fd = any_fd(), .events = (short)some_flags(events, 40), .revents = 0x55};
        if (!bad) fds[i] = one;
    }
    bool timed = chance(50);
    struct timespec zero = {0};
    result(timed ? ppoll(fds, count, &zero, NULL) : poll(fds, count, 0));
    for (unsigned i = 0; i < count && !bad; i++) say_flags(events, fds[i].revents);
}

static void some_set(fd_set *set) {
    FD_ZERO(set);
    say(" [");
    for (unsigned i = rnd(4); i > 0; i--) {
        int fd = any_fd();
        if (fd >= 0 && fd < FD_SETSIZE) FD_SET(fd, set);
    }
    say(" ]");
}

// Beyond the count whole words are written, which are not of one size.
static void say_set(const fd_set *set, int count) {
    say(" [");
    for (int fd = 0; fd < count; fd++)
        if (FD_ISSET(fd, set)) say(" %d", fd);
    say(" ]");
}

static void step_select(void) {
    fd_set sets[3], *given[3];
    say(" select");
    for (int i = 0; i < 3; i++) {
        some_set(&sets[i]);
        given[i] = chance(80) ? &sets[i] : NULL;
    }
    int count = chance(90) ? HIGHEST : ONE_OF(0, -1, 20, 30);
    say(" below %d", count);
    bool timed = chance(50);
    struct timespec zero = {0};
    struct timeval none = {0};
    int got = (int)result(timed ? pselect(count, given[0], given[1], given[2], &zero, NULL) : select(count, given[0], given[1], given[2], &none));
    for (int i = 0; i < 3 && got >= 0; i++)
        if (given[i] != NULL) say_set(given[i], count);
}

static const struct name epoll_events[] = {{(int)EPOLLET, "EPOLLET"}, NAMED(EPOLLIN), NAMED(EPOLLPRI),    NAMED(EPOLLOUT),    NAMED(EPOLLERR),    NAMED(EPOLLHUP),
                                           NAMED(EPOLLRDNORM), NAMED(EPOLLWRNORM), NAMED(EPOLLRDHUP),  NAMED(EPOLLRDBAND), NAMED(EPOLLWRBAND),
                                           NAMED(EPOLLONESHOT), {0, NULL}};

static void make_epoll(void) {
    say(" epoll_create1");
    made(epoll_create1(chance(95) ? ONE_OF(0, EPOLL_CLOEXEC) : 1), EPOLL);
}

static void step_epoll_ctl(void) {
    static const struct name operations[] = {NAMED(EPOLL_CTL_ADD), NAMED(EPOLL_CTL_ADD), NAMED(EPOLL_CTL_MOD), NAMED(EPOLL_CTL_DEL), {0, NULL}};
    say(" epoll_ctl");
    int epoll = some_fd(OF(EPOLL)), operation = chance(97) ? one_named(operations) : ONE_OF(0, 4, -1), fd = any_fd();
    uint32_t wanted = (uint32_t)some_flags(bad_rooms ? epoll_events + 1 : epoll_events, 30);
    if (chance(5)) {
        say("|EPOLLEXCLUSIVE");
        wanted |= EPOLLEXCLUSIVE;
    }
    struct epoll_event *event = room(sizeof *event, true);
    if (!bad_room) *event = (struct epoll_event){.events = wanted, .data.u64 = (uint64_t)fd << 32 | (unsigned)epoll};
    result(epoll_ctl(epoll, operation, fd, event));
}

static int compare(const void *a, const void *b) {
    const struct epoll_event *left = a, *right = b;
    return left->data.u64 < right->data.u64 ? -1 : left->data.u64 > right->data.u64;
}

static void step_epoll_wait(void) {
    enum { MOST = 32 };
    say(" epoll_wait");
    int epoll = some_fd(OF(EPOLL)), most = chance(90) ? MOST : ONE_OF(0, -1);
    say(" %d", most);
    // Which is found first changed from one Linux to another.
    if (most != MOST && (epoll < LOWEST || epoll >= HIGHEST || open_kinds[epoll] != EPOLL)) return;
    struct epoll_event *got = good_room(MOST * sizeof *got);
    struct timespec zero = {0};
    int count = (int)result(chance(60) ? epoll_wait(epoll, got, most, 0) : epoll_pwait2(epoll, got, most, &zero, NULL));
    if (count > 0) qsort(got, (size_t)count, sizeof *got, compare);
    for (int i = 0; i < count; i++) {
        say(" %d/%d:", (int)(got[i].data.u64 >> 32), (int)(got[i].data.u64 & 0xffff));
        say_flags(epoll_events, (int)got[i].events);
    }
}

static void make_eventfd(void) {
    static const struct name flags[] = {NAMED(EFD_NONBLOCK), NAMED(EFD_CLOEXEC), NAMED(EFD_SEMAPHORE), {0, NULL}};
    say(" eventfd");
    unsigned initial = ONE_OF(0u, 0u, 1u, 3u, 0xffffffffu);
    say(" %u", initial);
    made(eventfd(initial, some_flags(flags, 40)), EVENT);
}

static void make_timerfd(void) {
    static const struct name flags[] = {NAMED(TFD_NONBLOCK), NAMED(TFD_CLOEXEC), {0, NULL}};
    say(" timerfd_create");
    bool monotonic = chance(50);
    say(" %s", monotonic ? "monotonic" : "real");
    made(timerfd_create(monotonic ? CLOCK_MONOTONIC : CLOCK_REALTIME, some_flags(flags, 40)), TIMER);
}

// Over at once, or far in the future.
static void step_timerfd_settime(void) {
    static const struct name flags[] = {NAMED(TFD_TIMER_ABSTIME), NAMED(TFD_TIMER_CANCEL_ON_SET), {0, NULL}};
    say(" timerfd_settime");
    int fd = some_fd(OF(TIMER)), how = some_flags(flags, 20);
    struct itimerspec time = {0}, before = {0};
    time.it_value.tv_sec = chance(40) ? 100000000000 : ONE_OF(0, -1);
    time.it_value.tv_nsec = ONE_OF(0, 0, 1, 999999999, 1000000000, -1);
    time.it_interval.tv_sec = ONE_OF(0, 100000, -1);
    say(" %lld %ld %lld", (long long)time.it_value.tv_sec, (long)time.it_value.tv_nsec, (long long)time.it_interval.tv_sec);
    long long got = result(timerfd_settime(fd, how, &time, &before));
    // Whether it was set.
    if (got == 0) say(" before %d %lld", before.it_value.tv_sec > 1000, (long long)before.it_interval.tv_sec);
    poll(NULL, 0, 1);
}

static void step_timerfd_gettime(void) {
    struct itimerspec time = {0};
    say(" timerfd_gettime");
    long long got = result(timerfd_gettime(some_fd(OF(TIMER)), &time));
    if (got == 0) say(" %d %lld", time.it_value.tv_sec > 1000, (long long)time.it_interval.tv_sec);
}

static void make_inotify(void) {
    static const struct name flags[] = {NAMED(IN_NONBLOCK), NAMED(IN_CLOEXEC), {0, NULL}};
    say(" inotify_init1");
    made(inotify_init1(some_flags(flags, 40)), INOTIFY);
}

// Changes by calls that the host makes as the program does.
static void step_watch(void) {
    static const struct name changes[] = {NAMED(IN_CREATE), NAMED(IN_DELETE), NAMED(IN_DELETE_SELF), NAMED(IN_MOVE_SELF), {0, NULL}};
    say(" inotify_add_watch");
    int fd = some_fd(OF(INOTIFY));
    const char *path = ONE_OF("f0", "f1", "folder", "missing", ".", "");
    if (fd < LOWEST || fd >= HIGHEST || open_kinds[fd] != INOTIFY) path = ".";
    say(" '%s'", path);
    uint32_t wanted = (uint32_t)some_flags(changes, 50);
    result(inotify_add_watch(fd, path, wanted));
}

static void step_unwatch(void) {
    say(" inotify_rm_watch");
    int fd = some_fd(OF(INOTIFY)), watch = ONE_OF(1, 2, 3, 99, -1);
    say(" %d", watch);
    result(inotify_rm_watch(fd, watch));
}

const struct step wait_steps[] = {
    {step_poll, 24},   {step_select, 10},   {make_epoll, 6},           {step_epoll_ctl, 24},      {step_epoll_wait, 20}, {make_eventfd, 5},
    {make_timerfd, 4}, {step_timerfd_settime, 5}, {step_timerfd_gettime, 3}, {make_inotify, 2}, {step_watch, 4},     {step_unwatch, 1},
    {NULL, 0},
};
