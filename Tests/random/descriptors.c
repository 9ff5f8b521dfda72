// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <sys/ioctl.h>

// Descriptors as such: copies, flags, requests, closing.

static enum kind kind_of(int fd) { return fd >= LOWEST && fd < HIGHEST ? open_kinds[fd] : OTHER; }

static void gone(int fd) {
    if (fd >= LOWEST && fd < HIGHEST) open_kinds[fd] = NONE;
}

static void step_close(void) {
    say(" close");
    int fd = any_fd();
    if (fd >= 0 && fd < LOWEST) return;
    result(close(fd));
    gone(fd);
    settle(fd);
}

// As long as there are many, some go.
static void step_close_some(void) {
    int open = 0;
    for (int fd = LOWEST; fd < HIGHEST; fd++) open += open_kinds[fd] != NONE;
    say(" of %d", open);
    for (; open > 25; open--) step_close();
}

static void step_dup(void) {
    say(" dup");
    int fd = any_fd(), to = LOWEST + (int)rnd(HIGHEST - LOWEST - 10);
    switch (rnd(4)) {
    case 0:
        made(dup(fd), kind_of(fd));
        return;
    case 1: {
        int least = chance(90) ? to : ONE_OF(-1, 1 << 20);
        say(" from %d", least);
        made(fcntl(fd, chance(50) ? F_DUPFD : F_DUPFD_CLOEXEC, least), kind_of(fd));
        return;
    }
    case 2:
        if (chance(5)) to = -1;
        say(" to %d", to);
        made(dup2(fd, to), kind_of(fd));
        return;
    default: {
        int flags = ONE_OF(0, O_CLOEXEC, O_NONBLOCK);
        say(" to %d %s", to, flags == 0 ? "" : flags == O_CLOEXEC ? "O_CLOEXEC" : "O_NONBLOCK");
        made(dup3(fd, to, flags), kind_of(fd));
    }
    }
}

static void step_close_range(void) {
    unsigned from = LOWEST + rnd(HIGHEST - LOWEST), to = from + rnd(4);
    int flags = ONE_OF(0, 0, CLOSE_RANGE_CLOEXEC, 8);
    if (chance(5)) to = from - 1;
    say(" close_range %u %u %d", from, to, flags);
    if (result(close_range(from, to, flags)) != 0 || flags != 0) return;
    for (unsigned fd = from; fd <= to && fd < HIGHEST; fd++) gone((int)fd);
}

static const struct name status_flags[] = {NAMED(O_APPEND), NAMED(O_NONBLOCK), {0, NULL}};

static void step_flags(void) {
    say(" fcntl");
    int fd = any_fd(), got;
    switch (rnd(5)) {
    case 0: say(" F_GETFD"); result(fcntl(fd, F_GETFD)); break;
    case 1: say(" F_SETFD"); result(fcntl(fd, F_SETFD, ONE_OF(0, FD_CLOEXEC, 7))); break;
    case 2: {
        // Waiting is for no step.
        say(" F_SETFL");
        int flags = some_flags(status_flags, 40) | O_NONBLOCK;
        result(fcntl(fd, F_SETFL, flags));
        break;
    }
    case 3: say(" 999"); result(fcntl(fd, 999, 0)); break;
    default:
        say(" F_GETFL");
        got = fcntl(fd, F_GETFL);
        result_ok(got);
        if (got != -1) {
            say(" %s", (got & O_ACCMODE) == O_RDONLY ? "read" : (got & O_ACCMODE) == O_WRONLY ? "write" : "both");
            say_flags(status_flags, got & (O_APPEND | O_NONBLOCK));
        }
    }
}

static void step_ioctl(void) {
    static const struct name requests[] = {NAMED(FIONREAD), NAMED(TIOCOUTQ), NAMED(FIONBIO), NAMED(FIOCLEX), NAMED(FIONCLEX), {0, NULL}};
    say(" ioctl");
    int fd = any_fd(), request = one_named(requests), *value = room(sizeof *value, true);
    bool bad = bad_room;
    // Which kinds of these tell a size depends on the Linux.
    if (kind_of(fd) == SIGNALS) return;
    if (!bad) *value = 1;
    long long got = result(ioctl(fd, (unsigned)request, value));
    if (got == 0 && !bad && request != FIONBIO && request != (int)FIOCLEX && request != (int)FIONCLEX) say(" %d", *value);
}

const struct step descriptor_steps[] = {{step_close, 30},       {step_close_some, 10}, {step_dup, 16}, {step_close_range, 3},
                                        {step_flags, 14}, {step_ioctl, 14},      {NULL, 0}};
