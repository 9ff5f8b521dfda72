// SPDX-License-Identifier: Apache-2.0
#include "random.h"

// Addresses: random ones, and how they are said.

const char *tag;

static int ports[256];
static int count;

// Ports that were chosen by the system are many enough not to be confused with those that are asked for.
enum { CHOSEN = 10000 };

static int index_of(int port) {
    for (int i = 0; i < count; i++)
        if (ports[i] == port) return i;
    if (count == 256) return 255;
    ports[count] = port;
    return count++;
}

const char *port_text(int port) {
    static char text[16];
    if (port < CHOSEN) snprintf(text, sizeof text, "%d", port);
    else snprintf(text, sizeof text, "p%d", index_of(port));
    return text;
}

void learn_port(int fd) {
    struct sockaddr_storage at;
    socklen_t len = sizeof at;
    int saved = errno;
    if (getsockname(fd, (struct sockaddr *)&at, &len) == 0 && (at.ss_family == AF_INET || at.ss_family == AF_INET6)) {
        int port = ntohs(((struct sockaddr_in *)&at)->sin_port);
        // Linux gives a socket of datagrams a port even where it then finds that the address is none.
        if (port == 0 && fd >= LOWEST && fd < HIGHEST && open_kinds[fd] == UDP) {
            ((struct sockaddr_in *)&at)->sin_port = 0;
            if (bind(fd, (struct sockaddr *)&at, len) == 0) learn_port(fd);
        }
        if (port >= CHOSEN) index_of(port);
    }
    errno = saved;
}

static in_port_t some_port(enum use use) {
    if (use == TO_BIND && chance(70)) return 0;
    if (count > 0 && chance(85)) return htons((uint16_t)ports[rnd((unsigned)count)]);
    return htons(ONE_OF(0, 1, 7));
}

static socklen_t in4(struct sockaddr *at, enum use use) {
    static const char *const texts[] = {"127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.2", "0.0.0.0", "127.255.255.255"};
    struct sockaddr_in in = {.sin_family = AF_INET, .sin_port = some_port(use)};
    const char *text = use == TO_BIND && chance(5) ? "192.0.2.1" : texts[rnd(6)];
    inet_pton(AF_INET, text, &in.sin_addr);
    memcpy(at, &in, sizeof in);
    return sizeof in;
}

static socklen_t in6(struct sockaddr *at, enum use use) {
    static const char *const texts[] = {"::1", "::1", "::1", "::", "::ffff:127.0.0.1", "::ffff:127.0.0.2", "::ffff:0.0.0.0"};
    struct sockaddr_in6 in = {.sin6_family = AF_INET6, .sin6_port = some_port(use)};
    const char *text = use == TO_BIND && chance(5) ? ONE_OF("fe80::1", "2001:db8::1", "ff02::1") : texts[rnd(7)];
    inet_pton(AF_INET6, text, &in.sin6_addr);
    if (chance(10)) in.sin6_scope_id = ONE_OF(0u, 1u, 99u);
    if (chance(5)) in.sin6_flowinfo = htonl(rnd(1 << 20));
    memcpy(at, &in, sizeof in);
    return sizeof in;
}

static socklen_t in_unix(struct sockaddr *at) {
    static const char *const paths[] = {"s0", "s1", "s2", "./s3", "folder/s", "missing/s", "zero", "folder", "s0/x", "folder/../s1"};
    struct sockaddr_un un = {.sun_family = AF_UNIX};
    size_t size, base = offsetof(struct sockaddr_un, sun_path);
    unsigned way = rnd(100);
    if (way < 55) {
        strcpy(un.sun_path, paths[rnd(10)]);
        size = strlen(un.sun_path) + (chance(80) ? 1 : 0);
    } else if (way < 90) {
        size = 1 + (size_t)snprintf(un.sun_path + 1, sizeof un.sun_path - 1, "%s%u", tag, rnd(4));
        if (chance(10)) size += rnd(3);
    } else if (way < 94) size = 0;
    else if (way < 96) {
        // Those of more than 85 bytes cannot be bound. None is absolute: natively that is outside of the run's directory.
        memset(un.sun_path, 'x', size = sizeof un.sun_path);
        un.sun_path[1 + rnd(79)] = ONE_OF('/', '\0');
    } else size = rnd(3);
    memcpy(at, &un, sizeof un);
    return (socklen_t)(base + size);
}

static socklen_t any_other(struct sockaddr *at) {
    static const struct name families[] = {NAMED(AF_UNSPEC), NAMED(AF_INET), NAMED(AF_INET6), NAMED(AF_UNIX), {77, "77"},
                                           {0xffff, "0xffff"}, {0, NULL}};
    memset(at, 0, sizeof(struct sockaddr_storage));
    say(" family");
    at->sa_family = (sa_family_t)one_named(families);
    return ONE_OF(16u, 28u, 2u, 0u, 110u, 128u);
}

// A copy as long as it says, at a random place.
static struct address placed(const struct sockaddr *from, socklen_t len) {
    size_t size = len > sizeof(struct sockaddr_storage) ? sizeof(struct sockaddr_storage) : len;
    struct address result = {.at = room(size, true), .len = len};
    if (!bad_room) memcpy(result.at, from, size);
    return result;
}

// What the address is for, which the rules of a policy tell apart.
static void say_kind(int fd, sa_family_t family) {
    int type = 0;
    socklen_t len = sizeof type;
    getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &len);
    say(" %s%s", type == SOCK_STREAM ? "stream" : type == SOCK_DGRAM ? "dgram" : type == SOCK_SEQPACKET ? "packets" : "none",
        type == 0 ? "" : family == AF_UNIX ? "-unix" : family == AF_INET6 ? "-6" : "-4");
}

struct address some_address(int fd, enum use use) {
    struct sockaddr_storage storage = {.ss_family = AF_UNSPEC};
    struct sockaddr *at = (struct sockaddr *)&storage;
    socklen_t len = sizeof storage, said;
    sa_family_t family = AF_INET;
    if (getsockname(fd, at, &len) == 0) family = storage.ss_family;
    sa_family_t own = family;
    say_kind(fd, own);
    memset(&storage, 0, sizeof storage);
    unsigned way = rnd(100);
    if (way < 3 && bad_rooms) family = ONE_OF(AF_INET, AF_INET6, AF_UNIX);
    // Where data waits for more, Linux does not look at addresses.
    if (way >= 95 && bad_rooms) len = any_other(at);
    else if (family == AF_INET6) len = chance(95) ? in6(at, use) : in4(at, use);
    else if (family == AF_UNIX) len = in_unix(at);
    else len = in4(at, use);
    said = len;
    if (bad_rooms && chance(6)) said = ONE_OF(len - 1, len + 1, 0u, 1u, 2u, 3u, len - 4, len + 8, 128u, 129u, 0x7fffffffu, 0x80000000u, 0xffffffffu);
    say_address(at, len, sizeof storage);
    if (said != len) say("/%u", said);
    bool foreign = fd >= LOWEST && fd < HIGHEST && (open_kinds[fd] == TCP || open_kinds[fd] == UDP) && (way >= 95 || at->sa_family != own || said != len);
    struct address result = placed(at, said);
    result.left_out = foreign;
    return result;
}

static void say_path(const char *path, size_t size) {
    if (size == 0) {
        say("unnamed");
        return;
    }
    if (path[0] != '\0') {
        say("path %.*s/%zu", (int)size, path, size);
        return;
    }
    // The system's own are five digits.
    char text[128] = "";
    memcpy(text, path + 1, size - 1);
    char *own = strstr(text, tag);
    if (own == text) say("@TAG%s/%zu", own + strlen(tag), size);
    else say("@/%zu", size);
}

void say_address(const void *at, socklen_t len, socklen_t room) {
    struct sockaddr_storage storage;
    char text[INET6_ADDRSTRLEN];
    socklen_t size = len < room ? len : room;
    memset(&storage, 0, sizeof storage);
    if (size > sizeof storage) size = sizeof storage;
    if (size < sizeof(sa_family_t)) {
        say(" <%u>", len);
        return;
    }
    memcpy(&storage, at, size);
    const struct sockaddr_in *in = (struct sockaddr_in *)&storage;
    const struct sockaddr_in6 *inet6 = (struct sockaddr_in6 *)&storage;
    say(" <%u ", len);
    if (storage.ss_family == AF_UNIX) say_path(((struct sockaddr_un *)&storage)->sun_path, size - 2);
    else if (size < sizeof *in) say("cut");
    else if (storage.ss_family == AF_INET) say("%s:%s", inet_ntop(AF_INET, &in->sin_addr, text, sizeof text), port_text(ntohs(in->sin_port)));
    else if (storage.ss_family == AF_INET6) {
        say("[%s]:%s", inet_ntop(AF_INET6, &inet6->sin6_addr, text, sizeof text), port_text(ntohs(inet6->sin6_port)));
        if (inet6->sin6_scope_id != 0) say("%%%u", inet6->sin6_scope_id);
        if (inet6->sin6_flowinfo != 0) say(" flow %x", ntohl(inet6->sin6_flowinfo));
    } else say("%s", storage.ss_family == AF_UNSPEC ? "unspecified" : "other");
    say(">");
}
