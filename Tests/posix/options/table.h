// SPDX-License-Identifier: Apache-2.0

#ifndef TABLE_H
#define TABLE_H

#define _GNU_SOURCE
#include "../test.h"
#include "../../../include/wasi/socket_options.h"
#include <netinet/icmp6.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>

// What the programs table-*.c share: every row of the table of options, on every kind of socket, read with rooms and set
// with values of all lengths. The transcript has every errno, every length and every value that is the same each time.

// What the C library's headers may be too old for.
#ifndef SO_TXREHASH
#define SO_TXREHASH 74
#endif
#ifndef IP_LOCAL_PORT_RANGE
#define IP_LOCAL_PORT_RANGE 51
#endif
#ifndef IPV6_FLOWINFO
#define IPV6_FLOWINFO 11
#endif
#ifndef IPV6_FLOWINFO_SEND
#define IPV6_FLOWINFO_SEND 33
#endif
#ifndef SOL_RAW
#define SOL_RAW 255
#endif
#ifndef ICMP_FILTER
#define ICMP_FILTER 1
#endif
#ifndef UDP_NO_CHECK6_TX
#define UDP_NO_CHECK6_TX 101
#define UDP_NO_CHECK6_RX 102
#endif
#ifndef UDP_SEGMENT
#define UDP_SEGMENT 103
#define UDP_GRO 104
#endif

struct option {
    const char *name, *kind, *access;
    int level, number;
};

static const struct option options[] = {
#define ROW(name, code, kind, access, level, option) {#name, #kind, #access, level, option},
    __WASI_SOCKET_OPTIONS(ROW)
#undef ROW
};
#define OPTIONS (sizeof options / sizeof *options)

static const struct {
    const char *name;
    int family, type;
} kinds[] = {
    {"tcp", AF_INET, SOCK_STREAM},      {"tcp6", AF_INET6, SOCK_STREAM},    {"udp", AF_INET, SOCK_DGRAM},
    {"udp6", AF_INET6, SOCK_DGRAM},     {"unix", AF_UNIX, SOCK_STREAM},     {"unix-dgram", AF_UNIX, SOCK_DGRAM},
    {"unix-seq", AF_UNIX, SOCK_SEQPACKET},
};
#define KINDS (sizeof kinds / sizeof *kinds)

// Values that differ from run to run, or that the two sides number in their own ways.
static int varies(const struct option *option) {
    static const char *const names[] = {"TYPE",     "DOMAIN",   "COOKIE",  "INCOMING_CPU", "INCOMING_NAPI_ID",
                                        "TCP_INFO", "TXREHASH", "MEMINFO", "TCP_CC_INFO"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(option->name, names[i]) == 0) return 1;
    return 0;
}

static int socket_of(size_t kind) {
    return REQUIRE(socket(kinds[kind].family, kinds[kind].type, 0));
}

// Reads with a room of `len`, and prints what came: nothing behind it may be touched.
static void read_back(const struct option *option, int fd, socklen_t len) {
    unsigned char room[600];
    socklen_t got = len;
    memset(room, 0x55, sizeof room);
    if (getsockopt(fd, option->level, option->number, room, &got) < 0) {
        printf(" %d:%s", (int)len, errname(errno));
        if (got != len) t_error("the length became %d", (int)got);
        return;
    }
    printf(" %d:%d", (int)len, (int)got);
    if (!varies(option) && got > 0) printf("=");
    for (socklen_t i = 0; i < got && i < 16 && !varies(option); i++) printf("%02x", room[i]);
    for (socklen_t i = got; i < sizeof room; i++)
        if (room[i] != 0x55) t_error("byte %d was written", (int)i);
}

// Sets `len` bytes that begin with the number, and reads it back.
static void set_to(const struct option *option, size_t kind, int value, socklen_t len) {
    unsigned char bytes[64] = {0};
    int fd = socket_of(kind);
    memcpy(bytes, &value, sizeof value);
    int result = setsockopt(fd, option->level, option->number, bytes, len);
    printf(" %d/%d:%s", value, (int)len, result < 0 ? errname(errno) : "ok");
    if (result == 0) read_back(option, fd, 4);
    REQUIRE(close(fd));
}

static void read_all_ways(const struct option *option, size_t kind) {
    static const int rooms[] = {0, 1, 2, 3, 4, 5, 7, 8, 12, 15, 16, 64, 600, -1};
    socklen_t len = 4;
    int value, fd = socket_of(kind);
    printf("%s of %s:", option->name, kinds[kind].name);
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) read_back(option, fd, (socklen_t)rooms[i]);
    int result = getsockopt(fd, option->level, option->number, NULL, &len);
    printf(" null:%s", result < 0 ? errname(errno) : "ok");
    result = getsockopt(fd, option->level, option->number, &value, NULL);
    printf(" no length:%s\n", result < 0 ? errname(errno) : "ok");
    REQUIRE(close(fd));
}

static void set_all_ways(const struct option *option, size_t kind) {
    static const int values[] = {0, 1, -1, 2, 3, 6, 255, 256, 1500, 100000};
    static const int lengths[] = {1, 2, 3, 5, 8, 16, 64, -1};
    printf("    set");
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) set_to(option, kind, values[i], 4);
    set_to(option, kind, 7, 0);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) set_to(option, kind, 1, (socklen_t)lengths[i]);
    int fd = socket_of(kind);
    int result = setsockopt(fd, option->level, option->number, NULL, 4);
    printf(" null:%s\n", result < 0 ? errname(errno) : "ok");
    REQUIRE(close(fd));
}

// Structures of multicast, whose layouts are not the same natively, have programs of their own: here they are only read.
static int is_structure(const struct option *option) {
    static const char *const of[] = {"INTERFACE", "MREQ", "GROUP", "FILTER"};
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        if (strncmp(option->kind, of[i], strlen(of[i])) == 0) return 1;
    return 0;
}

// Every way with every option of a level.
static inline void try_level(int level) {
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *option = &options[i];
        if (option->level != level) continue;
        for (size_t kind = 0; kind < KINDS; kind++) {
            read_all_ways(option, kind);
            if (!is_structure(option)) set_all_ways(option, kind);
        }
    }
}

#endif
