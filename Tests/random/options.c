// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <sys/time.h>
#include "../posix/options/table.h"

// Options: every row of the table, with values and rooms of any length.

static const struct option *some_option(int fd) {
    enum kind kind = fd >= LOWEST && fd < HIGHEST ? open_kinds[fd] : NONE;
    for (int tries = 0;; tries++) {
        const struct option *option = &options[rnd(OPTIONS)];
        bool fits = option->level == SOL_SOCKET || option->level == IPPROTO_IP || option->level == IPPROTO_IPV6 ||
                    (option->level == IPPROTO_TCP && kind == TCP) || (option->level == IPPROTO_UDP && kind == UDP);
        if (fits || tries > 3 || chance(5)) {
            say(" %s", option->name);
            return option;
        }
    }
}

static bool is(const struct option *option, const char *kind) { return strcmp(option->kind, kind) == 0; }
static bool named(const struct option *option, const char *name) { return strcmp(option->name, name) == 0; }

// Options with which what happens next depends on time, on the run's port numbers, or on the machine.
static bool is_left_out(const struct option *option) {
    static const char *const names[] = {"TCP_DEFER_ACCEPT", "TCP_CORK", "TCP_FASTOPEN_CONNECT", "REUSEPORT", "TIMESTAMPING", "BUSY_POLL_BUDGET", "INCOMING_CPU"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (named(option, names[i])) return true;
    return bad_rooms && named(option, "UDP_CORK");
}

static void say_value(const struct option *option, const unsigned char *value, socklen_t len, socklen_t size) {
    int number = 0;
    memcpy(&number, value, len < sizeof number ? len : sizeof number);
    say(" %u", len);
    if (named(option, "ERROR")) say(" %s", len >= 4 ? error_name(number) : "");
    else if (is(option, "CREDENTIALS")) {
        struct ucred ucred = {0};
        memcpy(&ucred, value, len < sizeof ucred ? len : sizeof ucred);
        if (len >= sizeof ucred) say(" %s", ucred.pid == getpid() ? "own" : ucred.pid == 0 ? "none" : "other");
    } else if (!varies(option) && !is(option, "FILTER") && !is(option, "FILTER4") && !named(option, "TCP_CC_INFO") && !named(option, "TCP_QUICKACK")) {
        say(" ");
        say_hex(value, len < 24 ? len : 24);
    }
    if (size <= 512) expect_untouched(value, len, size);
}

static void step_getsockopt(void) {
    say(" getsockopt");
    int fd = some_fd(SOCKETS);
    const struct option *option = some_option(fd);
    socklen_t size = chance(60) ? 4 : ONE_OF(0u, 1u, 2u, 3u, 5u, 8u, 12u, 16u, 64u, 300u, 0x7fffffffu, 0x80000000u, 0xffffffffu), len = size;
    // Heads of lists of sources are not as long natively.
    if (is(option, "FILTER") || is(option, "FILTER4")) size = len = 300;
    say(" /%u", size);
    unsigned char *value = room(size > 300 ? 300 : size, false);
    bool bad = bad_room;
    long long got = result(getsockopt(fd, option->level, option->number, value, chance(98) ? &len : NULL));
    if (got == 0 && !bad) say_value(option, value, len, size);
    else if (len != size) say(" length %u", len);
}

static int some_number(void) {
    return chance(60) ? (int)rnd(3) : ONE_OF(-1, -2, 3, 6, 63, 64, 255, 256, 1000, 1500, 4096, 65535, 65536, 100000, 0x7fffffff, -0x7fffffff - 1);
}

static void set_number(int fd, const struct option *option) {
    int number = some_number();
    // A buffer that is full in the middle of a message is full at another place in every run.
    if (named(option, "SNDBUF") || named(option, "RCVBUF")) number = ONE_OF(-1, 0x7fffffff, 65536, 200000);
    unsigned char bytes[64] = {0};
    memcpy(bytes, &number, sizeof number);
    socklen_t len = chance(80) ? 4 : ONE_OF(0u, 1u, 2u, 3u, 5u, 8u, 16u, 64u, 0x7fffffffu, 0x80000000u, 0xffffffffu);
    say(" %d/%u", number, len);
    unsigned char *value = room(len > 64 ? 64 : len, false);
    if (!bad_room) memcpy(value, bytes, len > 64 ? 64 : len);
    result(setsockopt(fd, option->level, option->number, value, len));
}

static void set_linger(int fd) {
    struct linger linger = {.l_onoff = ONE_OF(0, 1, -1), .l_linger = ONE_OF(0, 0, 1, -1)};
    say(" %d %d", linger.l_onoff, linger.l_linger);
    // A negative time is one without end.
    if (linger.l_linger < 0) linger.l_onoff = 0;
    result(setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, ONE_OF(8u, 8u, 8u, 4u, 12u)));
}

static void set_time(int fd, const struct option *option) {
    struct timeval time = {.tv_sec = ONE_OF(0, 1, -1, 1000000), .tv_usec = ONE_OF(0, 1, 999999, 1000000, -1)};
    socklen_t len = ONE_OF(16u, 16u, 16u, 15u, 8u, 24u);
    say(" %lld %lld/%u", (long long)time.tv_sec, (long long)time.tv_usec, len);
    result(setsockopt(fd, option->level, option->number, &time, len));
}

static void set_text(int fd, const struct option *option) {
    const char *text = ONE_OF("lo", "", "reno", "cubic", "none", "a name that is longer than any");
    socklen_t len = (socklen_t)strlen(text) + (chance(80) ? 1u : 0u);
    say(" '%s'/%u", text, len);
    result(setsockopt(fd, option->level, option->number, text, len));
}

static void set_bytes(int fd, const struct option *option) {
    unsigned char *bytes = good_room(64);
    socklen_t len = rnd(44);
    // Neither routes nor times of the way: options that are none, padding.
    for (socklen_t i = 0; i < len; i++) bytes[i] = ONE_OF(0, 1, 1, 1, 148, 4);
    say(" ");
    say_hex(bytes, len);
    result(setsockopt(fd, option->level, option->number, bytes, len));
}

static void group_address(int family, struct sockaddr_storage *at) {
    memset(at, 0, sizeof *at);
    at->ss_family = (sa_family_t)family;
    const char *text = family == AF_INET ? ONE_OF("239.1.2.3", "239.1.2.4", "127.0.0.1", "0.0.0.0") : ONE_OF("ff15::1:2", "ff02::7", "::1", "::");
    say(" %s", text);
    if (family == AF_INET) inet_pton(AF_INET, text, &((struct sockaddr_in *)at)->sin_addr);
    else inet_pton(AF_INET6, text, &((struct sockaddr_in6 *)at)->sin6_addr);
}

static void sender_address(int family, struct sockaddr_storage *at) {
    memset(at, 0, sizeof *at);
    at->ss_family = (sa_family_t)family;
    const char *text = family == AF_INET ? ONE_OF("127.0.0.1", "127.0.0.2", "0.0.0.0") : ONE_OF("::1", "2001:db8::1", "::");
    say(" from %s", text);
    if (family == AF_INET) inet_pton(AF_INET, text, &((struct sockaddr_in *)at)->sin_addr);
    else inet_pton(AF_INET6, text, &((struct sockaddr_in6 *)at)->sin6_addr);
}

static struct in_addr in4_of(const struct sockaddr_storage *at) { return ((const struct sockaddr_in *)at)->sin_addr; }

static socklen_t some_length(size_t whole) {
    int by = chance(85) ? 0 : ONE_OF(-1, -4, 4, 8);
    say(" %+d", by);
    return (socklen_t)((int)whole + by);
}

static void set_membership(int fd, const struct option *option) {
    struct sockaddr_storage group, sender;
    int family = option->level == IPPROTO_IP ? AF_INET : AF_INET6, interface = ONE_OF(1, 1, 1, 99);
    if (chance(3)) family = AF_INET;
    struct in_addr at = {.s_addr = htonl(INADDR_LOOPBACK)};
    group_address(family, &group);
    say(" at %d", interface);
    if (is(option, "MREQ") || is(option, "INTERFACE")) {
        struct ip_mreqn request = {.imr_multiaddr = in4_of(&group), .imr_address = at, .imr_ifindex = chance(50) ? 0 : interface};
        say("/%d", request.imr_ifindex);
        if (is(option, "INTERFACE") && chance(30)) result(setsockopt(fd, option->level, option->number, &at, sizeof at));
        else result(setsockopt(fd, option->level, option->number, &request, some_length(chance(50) ? sizeof request : sizeof(struct ip_mreq))));
    } else if (is(option, "MREQ_SOURCE")) {
        sender_address(AF_INET, &sender);
        struct ip_mreq_source request = {.imr_multiaddr = in4_of(&group), .imr_interface = at, .imr_sourceaddr = in4_of(&sender)};
        result(setsockopt(fd, option->level, option->number, &request, some_length(sizeof request)));
    } else if (is(option, "MREQ6")) {
        struct ipv6_mreq request = {.ipv6mr_interface = (unsigned)interface};
        request.ipv6mr_multiaddr = ((struct sockaddr_in6 *)&group)->sin6_addr;
        result(setsockopt(fd, option->level, option->number, &request, some_length(sizeof request)));
    } else if (is(option, "GROUP")) {
        struct group_req request = {.gr_interface = (unsigned)interface, .gr_group = group};
        result(setsockopt(fd, option->level, option->number, &request, some_length(sizeof request)));
    } else if (is(option, "GROUP_SOURCE")) {
        sender_address(family, &sender);
        struct group_source_req request = {.gsr_interface = (unsigned)interface, .gsr_group = group, .gsr_source = sender};
        result(setsockopt(fd, option->level, option->number, &request, some_length(sizeof request)));
    }
}

static void step_setsockopt(void) {
    say(" setsockopt");
    int fd = some_fd(SOCKETS);
    const struct option *option = some_option(fd);
    if (is_left_out(option)) return;
    if (is(option, "LINGER")) set_linger(fd);
    else if (is(option, "TIME")) set_time(fd, option);
    else if (is(option, "TEXT")) set_text(fd, option);
    else if (is(option, "BYTES")) set_bytes(fd, option);
    else if (is_structure(option)) set_membership(fd, option);
    else set_number(fd, option);
}

// A level or an option that is none.
static void step_unknown_option(void) {
    int value = 1;
    socklen_t len = sizeof value;
    bool setting = chance(50);
    say(" %s", setting ? "setsockopt" : "getsockopt");
    int fd = any_fd(), level = ONE_OF(SOL_SOCKET, IPPROTO_IP, IPPROTO_IPV6, IPPROTO_TCP, IPPROTO_UDP, 9999, -1), option = ONE_OF(-1, 9999, 250);
    say(" level %d option %d", level == SOL_SOCKET ? -2 : level, option);
    result(setting ? setsockopt(fd, level, option, &value, ONE_OF(4u, 4u, 0u, 1u)) : getsockopt(fd, level, option, &value, &len));
}

const struct step option_steps[] = {{step_getsockopt, 30}, {step_setsockopt, 40}, {step_unknown_option, 2}, {NULL, 0}};
