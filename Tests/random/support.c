// SPDX-License-Identifier: Apache-2.0
#include "random.h"
#include <signal.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <time.h>
#include "../posix/test.h"
#include "state.h"

// Chance, the line, memory and descriptors.

static uint64_t state;

bool bad_rooms;

void seed_step(uint64_t seed, uint64_t step) {
    bad_rooms = seed % 2 != 0;
    state = seed * 0x9e3779b97f4a7c15u + step * 0xd1342543de82ef95u + 1;
}

static uint64_t next(void) {
    uint64_t z = state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

unsigned rnd(unsigned n) { return (unsigned)((next() >> 32) * n >> 32); }

bool chance(unsigned percent) { return rnd(100) < percent; }

// --- the line ---

void say(const char *format, ...) {
    int saved = errno;
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
    errno = saved;
}

const char *error_name(int error) {
    static const struct name more[] = {NAMED(ESRCH),  NAMED(ENOLCK),   NAMED(ECHILD),      NAMED(E2BIG),
                                       NAMED(EDQUOT), NAMED(ENETDOWN), NAMED(EMULTIHOP),   NAMED(ENOEXEC),
                                       NAMED(ENFILE), NAMED(ENODEV),   NAMED(EBADMSG),     NAMED(ECANCELED),
                                       NAMED(EPROTO), NAMED(EOVERFLOW), NAMED(ENOMSG),     NAMED(ENETRESET)};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (more[i].value == error) return more[i].name;
    return errname(error);
}

long long result(long long value) {
    if (value == -1) say(" = %s", error_name(errno));
    else say(" = %lld", value);
    return value;
}

long long result_ok(long long value) {
    say(" = %s", value == -1 ? error_name(errno) : "ok");
    return value;
}

void say_bytes(const void *bytes, size_t size) { say(" {%zu:%08x}", size, checksum(CHECKSUM_START, bytes, size)); }

void say_hex(const void *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) say("%02x", ((const unsigned char *)bytes)[i]);
}

void say_flags(const struct name *table, int flags) {
    const char *between = " ";
    if (flags == 0) say(" 0");
    for (; table->name != NULL; table++) {
        if (!(flags & table->value)) continue;
        say("%s%s", between, table->name);
        flags &= ~table->value;
        between = "|";
    }
    if (flags != 0) say("%s%#x", between, (unsigned)flags);
}

int some_flags(const struct name *table, unsigned percent) {
    int flags = 0;
    for (const struct name *row = table; row->name != NULL; row++)
        if (chance(percent)) flags |= row->value;
    say_flags(table, flags);
    return flags;
}

int one_named(const struct name *table) {
    unsigned count = 0;
    while (table[count].name != NULL) count++;
    const struct name *row = &table[rnd(count)];
    say(" %s", row->name);
    return row->value;
}

// --- memory ---

enum { PAGE = 65536 };
static unsigned char arena[1 << 20];
static size_t used;
static unsigned char *end_of_memory;
bool bad_room;
static bool any_bad_room, end_used;

#ifdef __wasm__
static void find_end_of_memory(void) {
    // What is allocated later fits below.
    free(malloc(16 << 20));
    __builtin_wasm_memory_grow(0, 1);
    end_of_memory = (unsigned char *)(__builtin_wasm_memory_size(0) * PAGE);
}
#else
static void find_end_of_memory(void) {
    unsigned char *pages = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(pages + PAGE, PAGE, PROT_NONE);
    end_of_memory = pages + PAGE;
}
#endif

void begin_memory(void) {
    used = 0;
    any_bad_room = bad_room = end_used = false;
    if (end_of_memory == NULL) find_end_of_memory();
    memset(end_of_memory - 4096, 0x55, 4096);
}

void *good_room(size_t size) {
    if (size > sizeof arena - 64 - used) {
        printf("no room\n");
        exit(3);
    }
    unsigned char *at = arena + used;
    used += (size + 64) & ~(size_t)15;
    memset(at, 0x55, size + 32);
    return at;
}

void *room(size_t size, bool part) {
    unsigned way = bad_rooms ? rnd(100) : 9 + rnd(91);
    bad_room = false;
    if (way < 3) {
        say(" null");
        any_bad_room = bad_room = true;
        return NULL;
    }
    if (way < 6 && size > 0) {
        say(" wild");
        any_bad_room = bad_room = true;
#ifdef __wasm__
        return (void *)0xfff00000u;
#else
        return end_of_memory;
#endif
    }
    if (way < 9 && part && size > 1 && size <= 4096) {
        unsigned inside = 1 + rnd((unsigned)size - 1);
        say(" cut");
        any_bad_room = bad_room = true;
        return end_of_memory - inside;
    }
    if (way < 14 && size <= 4096 && !end_used) {
        end_used = true;
        say(" end");
        return end_of_memory - size;
    }
    return good_room(size);
}

void expect_untouched(const void *room, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        if (((const unsigned char *)room)[i] == 0x55) continue;
        say(" TOUCHED:%zu", i - from);
        return;
    }
}

// --- descriptors ---

enum kind open_kinds[HIGHEST];

void note(int fd, enum kind kind) {
    if (fd < LOWEST) return;
    if (fd >= HIGHEST) {
        close(fd);
        return;
    }
    open_kinds[fd] = kind;
    int flags = fcntl(fd, F_GETFL);
    if (flags >= 0 && !(flags & O_NONBLOCK)) fcntl(fd, F_SETFL, flags | O_NONBLOCK);
}

int made(int fd, enum kind kind) {
    result(fd);
    int saved = errno;
    note(fd, kind);
    errno = saved;
    return fd < HIGHEST ? fd : -1;
}

// A call with a bad room finds what else is wrong natively only: none of that is to be found later.
void forget_errors(void) {
    sigset_t set;
    if (!any_bad_room) return;
    for (int fd = LOWEST; fd < HIGHEST; fd++) {
        int error;
        socklen_t len = sizeof error;
        if (open_kinds[fd] != NONE && SOCKETS >> open_kinds[fd] & 1) getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &len);
    }
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    while (sigtimedwait(&set, NULL, &(struct timespec){0}) > 0) {}
}

void is_spoilt(void) { any_bad_room = true; }

static int open_of(unsigned mask) {
    int found[HIGHEST];
    unsigned count = 0;
    for (int fd = LOWEST; fd < HIGHEST; fd++)
        if (open_kinds[fd] != NONE && mask >> open_kinds[fd] & 1) found[count++] = fd;
    return count == 0 ? -1 : found[rnd(count)];
}

int some_fd(unsigned mask) {
    int fd = open_of(chance(93) ? mask : ~0u);
    if (chance(2)) fd = ONE_OF(-1, 1000, 100000, -100, HIGHEST - 1);
    say(" %d", fd);
    return fd;
}

int any_fd(void) { return some_fd(~0u); }

void settle(int fd) {
    if (fd < LOWEST || fd >= HIGHEST || open_kinds[fd] != TCP) return;
    int saved = errno;
    nanosleep(&(struct timespec){.tv_nsec = 50000}, NULL);
    errno = saved;
}
