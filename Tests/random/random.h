// SPDX-License-Identifier: Apache-2.0

#ifndef RANDOM_H
#define RANDOM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <poll.h>
#include <fcntl.h>
#include <unistd.h>

// What the files of this program share. A step is one call, or a few; what it does depends on the seed, the step's number,
// and the descriptors there are, so that steps can be left out. It prints one line, the same natively and as wasm.

// --- support.c: chance ---

/// A number below n.
unsigned rnd(unsigned n);
/// True so many times in a hundred.
bool chance(unsigned percent);
/// One of the arguments, all of one integer type.
#define ONE_OF(...) (((const __typeof__((__VA_ARGS__))[]){__VA_ARGS__})[rnd(sizeof((const __typeof__((__VA_ARGS__))[]){__VA_ARGS__}) / sizeof(__typeof__((__VA_ARGS__))))])

// --- support.c: the line ---

void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/// Says a result: a number, or the errno. Returns it; errno stays.
long long result(long long value);
/// Only whether it worked: for results that vary.
long long result_ok(long long value);
const char *error_name(int error);
/// How many bytes and a checksum of them.
void say_bytes(const void *bytes, size_t size);
void say_hex(const void *bytes, size_t size);

/// A flag by its name; tables of them end with a null name.
struct name {
    int value;
    const char *name;
};
#define NAMED(value) {value, #value}
/// Says the flags that are set, by name.
void say_flags(const struct name *table, int flags);
/// Some of the flags of a table.
int some_flags(const struct name *table, unsigned percent);
/// One of a table, said by name.
int one_named(const struct name *table);

// --- support.c: memory ---

/// Room for `size` bytes, filled with 0x55: as a rule somewhere; at times at the very end of memory, or no memory at all,
/// with `part` also one that only begins in memory. Says which.
void *room(size_t size, bool part);
/// The same, always good and unsaid.
void *good_room(size_t size);
/// Whether this seed has bad rooms at all. What a call that fails by one leaves behind differs where data waits to be sent
/// with what follows, and where events are told once: seeds have one or the other.
extern bool bad_rooms;
/// Whether the last room was bad.
extern bool bad_room;
/// Notes that a call is wrong otherwise, so that what else is wrong with it is found natively only.
void is_spoilt(void);
/// Says it if a byte between these places of a room of good_room is not what it was.
void expect_untouched(const void *room, size_t from, size_t to);

// --- support.c: descriptors ---

enum kind { NONE, TCP, UDP, UNIX_STREAM, UNIX_PACKETS, PIPE_READ, PIPE_WRITE, REGULAR, DIRECTORY, EVENT, TIMER, SIGNALS, EPOLL, INOTIFY, OTHER };
enum { LOWEST = 16, HIGHEST = 64 };
extern enum kind open_kinds[HIGHEST];

/// Notes and says a new descriptor, which is made nonblocking; -1 is an error and is said.
int made(int fd, enum kind kind);
/// The same without words.
void note(int fd, enum kind kind);
/// A descriptor, said: as a rule an open one, at times any number.
int any_fd(void);
/// One of the kinds (a mask of 1 << kind) if there is one, as a rule; said.
int some_fd(unsigned mask);
#define OF(kind) (1u << (kind))
#define INET (OF(TCP) | OF(UDP))
#define PACKETS (OF(UDP) | OF(UNIX_PACKETS))
#define STREAMS (OF(TCP) | OF(UNIX_STREAM))
#define SOCKETS (INET | OF(UNIX_STREAM) | OF(UNIX_PACKETS))

/// Waits a moment for what loopback still delivers.
void settle(int fd);

// --- addresses.c ---

/// The letter T and six hexadecimal digits that make this run's abstract names its own; said as "TAG".
extern const char *tag;
struct address {
    struct sockaddr *at;
    socklen_t len;
    /// Of another kind than the stream, which Linux finds out only after much else.
    bool left_out;
};
enum use { TO_BIND, TO_REACH };
/// An address for a socket, good or odd; said.
struct address some_address(int fd, enum use use);
/// Says what a call made of an address: `len` is what it returned, `room` what there was.
void say_address(const void *at, socklen_t len, socklen_t room);
/// Remembers the port that a socket has, and gives it to later addresses.
void learn_port(int fd);
/// A port as it is said: those that the system chose by the order in which they came.
const char *port_text(int port);

// --- the steps ---

struct step {
    void (*run)(void);
    unsigned weight;
};
extern const struct step socket_steps[], message_steps[], option_steps[], wait_steps[], signal_steps[], file_steps[],
    descriptor_steps[], text_steps[], other_steps[];
/// Of main.c: says what signals have come.
void say_signals(void);

#endif
