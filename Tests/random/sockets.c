// SPDX-License-Identifier: Apache-2.0
#include "random.h"

// Sockets: making, binding, connecting, their names.

static const struct name families[] = {NAMED(AF_INET), NAMED(AF_INET6), NAMED(AF_UNIX), {0, NULL}};
static const struct name types[] = {NAMED(SOCK_STREAM), NAMED(SOCK_DGRAM), NAMED(SOCK_SEQPACKET), {0, NULL}};
static const struct name odd_families[] = {NAMED(AF_UNSPEC), {99, "99"}, {-1, "-1"}, {0, NULL}};
static const struct name odd_types[] = {NAMED(SOCK_RDM), {0, "0"}, {13, "13"}, {-1, "-1"}, {0, NULL}};
static const struct name type_flags[] = {NAMED(SOCK_NONBLOCK), NAMED(SOCK_CLOEXEC), {0, NULL}};

static enum kind kind_of(int family, int type) {
    if (family == AF_UNIX) return type == SOCK_STREAM ? UNIX_STREAM : UNIX_PACKETS;
    return type == SOCK_STREAM ? TCP : UDP;
}

static void some_type(int *family, int *type, int *protocol) {
    *family = one_named(chance(96) ? families : odd_families);
    *type = one_named(chance(96) ? types : odd_types);
    *protocol = chance(85) ? 0 : ONE_OF(IPPROTO_TCP, IPPROTO_UDP, 99, 255, 300, -1, PF_UNIX);
    // Of ICMP it depends on the machine who may have sockets.
    if (*protocol == PF_UNIX && *family != AF_UNIX) *protocol = 0;
    say(*protocol == PF_UNIX ? " PF_UNIX" : " %d", *protocol);
}

static void make_socket(void) {
    int family, type, protocol;
    say(" socket");
    some_type(&family, &type, &protocol);
    int flags = some_flags(type_flags, 50);
    made(socket(family, type | flags, protocol), kind_of(family, type));
}

static void make_pair(void) {
    int family = AF_UNIX, type, protocol;
    say(" socketpair");
    some_type(&family, &type, &protocol);
    if (chance(80)) family = AF_UNIX;
    if (family == AF_UNIX) say(" of AF_UNIX");
    int flags = some_flags(type_flags, 50), *pair = room(2 * sizeof(int), true);
    if (result(socketpair(family, type | flags, protocol, pair)) != 0) return;
    for (int i = 0; i < 2; i++) {
        say(" %d", pair[i]);
        note(pair[i], kind_of(family, type));
    }
}

static int one_listening(int family) {
    struct sockaddr_storage at = {.ss_family = (sa_family_t)family};
    if (family == AF_INET) ((struct sockaddr_in *)&at)->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    else ((struct sockaddr_in6 *)&at)->sin6_addr = in6addr_loopback;
    int fd = socket(family, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (fd < 0) return -1;
    if (bind(fd, (struct sockaddr *)&at, family == AF_INET ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6)) != 0 ||
        listen(fd, 4) != 0)
        say(" %s", error_name(errno));
    learn_port(fd);
    note(fd, TCP);
    return fd;
}

// A listening socket, and perhaps a connection to it, so that there are some.
static void make_server(void) {
    struct sockaddr_storage at;
    socklen_t len = sizeof at;
    say(" server");
    int family = one_named((const struct name[]){NAMED(AF_INET), NAMED(AF_INET6), {0, NULL}});
    int listening = one_listening(family);
    say(" %d", listening);
    if (chance(20) || listening < 0) return;
    int client = socket(family, SOCK_STREAM | SOCK_NONBLOCK, 0);
    note(client, TCP);
    if (client < 0 || getsockname(listening, (struct sockaddr *)&at, &len) != 0) return;
    if (connect(client, (struct sockaddr *)&at, len) != 0) say(" %s", error_name(errno));
    learn_port(client);
    poll(&(struct pollfd){.fd = client, .events = POLLOUT}, 1, 1000);
    say(" %d", client);
    if (chance(20)) return;
    made(accept4(listening, NULL, NULL, SOCK_NONBLOCK), TCP);
}

// Datagram sockets that know each other.
static void make_datagrams(void) {
    struct sockaddr_storage at = {.ss_family = AF_UNSPEC};
    socklen_t len = sizeof(struct sockaddr_in6);
    say(" datagrams");
    int family = one_named((const struct name[]){NAMED(AF_INET), NAMED(AF_INET6), {0, NULL}});
    at.ss_family = (sa_family_t)family;
    if (family == AF_INET) ((struct sockaddr_in *)&at)->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    else ((struct sockaddr_in6 *)&at)->sin6_addr = in6addr_loopback;
    int one = socket(family, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    note(one, UDP);
    if (one < 0) return;
    result(bind(one, (struct sockaddr *)&at, len));
    learn_port(one);
    int two = socket(family, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    note(two, UDP);
    if (two < 0 || getsockname(one, (struct sockaddr *)&at, &len) != 0) return;
    if (chance(70)) result(connect(two, (struct sockaddr *)&at, len));
    learn_port(two);
    say(" %d %d", one, two);
}

static void step_bind(void) {
    say(" bind");
    int fd = some_fd(SOCKETS);
    struct address address = some_address(fd, TO_BIND);
    result(bind(fd, address.at, address.len));
    learn_port(fd);
}

static void step_connect(void) {
    say(" connect");
    int fd = some_fd(SOCKETS);
    struct address address = some_address(fd, TO_REACH);
    if (address.left_out) return;
    result(connect(fd, address.at, address.len));
    learn_port(fd);
    settle(fd);
}

static void step_listen(void) {
    say(" listen");
    int fd = some_fd(STREAMS | OF(UNIX_PACKETS));
    int backlog = ONE_OF(0, 1, 2, 5, -1, 0x7fffffff, -0x7fffffff - 1);
    say(" %d", backlog);
    result(listen(fd, backlog));
    learn_port(fd);
}

// Reads a name into a room of any length, with a place of the length or none.
static void name_of(const char *call, int function(int, struct sockaddr *restrict, socklen_t *restrict)) {
    say(" %s", call);
    int fd = some_fd(SOCKETS);
    socklen_t size = chance(60) ? 128 : ONE_OF(0u, 1u, 2u, 3u, 4u, 8u, 15u, 16u, 17u, 27u, 28u, 110u, 0x7fffffffu, 0x80000000u, 0xffffffffu);
    socklen_t *len = room(sizeof *len, true);
    if (!bad_room) memcpy(len, &size, sizeof size);
    say(" /%u", size);
    struct sockaddr *at = room(size > 128 ? 128 : size, false);
    if (result(function(fd, at, len)) == 0 && !bad_room) say_address(at, *len, size);
}

static void step_getsockname(void) { name_of("getsockname", getsockname); }
static void step_getpeername(void) { name_of("getpeername", getpeername); }

static void step_accept(void) {
    say(" accept4");
    int fd = some_fd(STREAMS | OF(UNIX_PACKETS)), flags = some_flags(type_flags, 40);
    if (chance(3)) {
        flags |= 1;
        say("|1");
    }
    struct sockaddr_storage *at = good_room(sizeof *at);
    socklen_t size = chance(60) ? sizeof *at : ONE_OF(0u, 1u, 2u, 10u, 16u, 28u), len = size;
    if (size != sizeof *at) say("/%u", size);
    bool named = chance(80);
    enum kind kind = fd >= LOWEST && fd < HIGHEST ? open_kinds[fd] : OTHER;
    int got = made(accept4(fd, named ? (struct sockaddr *)at : NULL, named ? &len : NULL, flags), kind);
    if (got < 0) return;
    learn_port(got);
    if (named) say_address(at, len, size);
    if (named) expect_untouched(at, len < size ? len : size, sizeof *at);
}

static void step_shutdown(void) {
    say(" shutdown");
    int fd = some_fd(SOCKETS), how = ONE_OF(SHUT_RD, SHUT_WR, SHUT_RDWR, SHUT_WR, 3, -1);
    say(" %d", how);
    result(shutdown(fd, how));
    settle(fd);
}

static void step_atmark(void) {
    say(" sockatmark");
    result(sockatmark(some_fd(OF(TCP))));
}

const struct step socket_steps[] = {
    {make_socket, 16},      {make_pair, 8},        {make_server, 10},     {make_datagrams, 10}, {step_bind, 16},
    {step_connect, 20},     {step_listen, 6},      {step_getsockname, 6}, {step_getpeername, 6}, {step_accept, 14},
    {step_shutdown, 4},     {step_atmark, 1},      {NULL, 0},
};
