// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "zone.h"

// Files of zones, RFC 8536: the second part, whose times have 64 bits, and the rule after it; of version 1 the only part.

enum { HEADER = 44, TYPE = 6, MOST_BYTES = 1 << 20 };

static uint32_t word(const unsigned char *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static int64_t time_at(const struct zone_file *file, size_t i) {
    const unsigned char *at = file->times + i * 8;
    return (int64_t)((uint64_t)word(at) << 32 | word(at + 4));
}

static struct zone_offset type_at(const struct zone_file *file, size_t type) {
    const unsigned char *at = file->types + type * TYPE;
    const char *name = file->names + at[5];
    return (struct zone_offset){(int32_t)word(at), at[4] != 0, __net_zone_name(name, strlen(name))};
}

static struct zone_offset period(const struct zone_file *file, size_t i) { return type_at(file, file->indices[i]); }

// What a header says of the part behind it.
struct part {
    size_t universal, standard, leaps, times, types, names, bytes;
};

static bool read_header(const unsigned char *at, const unsigned char *end, size_t width, struct part *part) {
    if (end - at < HEADER || memcmp(at, "TZif", 4) != 0) return false;
    size_t *const counts[] = {&part->universal, &part->standard, &part->leaps, &part->times, &part->types, &part->names};
    for (size_t i = 0; i < 6; i++) {
        *counts[i] = word(at + 20 + 4 * i);
        if (*counts[i] > MOST_BYTES / 16) return false;
    }
    part->bytes = part->times * (width + 1) + part->types * TYPE + part->names + part->leaps * (width + 4) + part->standard + part->universal;
    return part->bytes <= (size_t)(end - at - HEADER);
}

// Whether every index that the part holds is of something.
static bool is_whole(const struct zone_file *file) {
    if (file->type_count == 0 || file->name_bytes == 0 || file->names[file->name_bytes - 1] != 0) return false;
    for (size_t i = 0; i < file->time_count; i++)
        if (file->indices[i] >= file->type_count) return false;
    for (size_t i = 0; i < file->type_count; i++)
        if (file->types[i * TYPE + 5] >= file->name_bytes) return false;
    return true;
}

// The rule for the time after the last change, between two newlines behind the part.
static void read_footer(struct zone_file *file, unsigned char *at, unsigned char *end) {
    if (at == end || *at != '\n') return;
    unsigned char *last = memchr(at + 1, '\n', (size_t)(end - at - 1));
    if (last == NULL || last == at + 1) return;
    *last = 0;
    file->has_rule = __net_zone_rule((const char *)at + 1, &file->rule);
}

// Version 1 has times of 32 bits, which become 64 here: `bytes` is replaced by a copy with room for them.
static bool widen(struct zone_file *file, size_t size, const struct part *part) {
    unsigned char *wide = malloc(part->times * 8 + size);
    if (wide == NULL) return false;
    const unsigned char *narrow = file->bytes + HEADER;
    for (size_t i = 0; i < part->times; i++) {
        memset(wide + i * 8, narrow[i * 4] & 0x80 ? 0xff : 0, 4);
        memcpy(wide + i * 8 + 4, narrow + i * 4, 4);
    }
    memcpy(wide + part->times * 8, narrow + part->times * 4, part->bytes - part->times * 4);
    free(file->bytes);
    file->bytes = wide;
    return true;
}

static bool take_apart(struct zone_file *file, size_t size) {
    unsigned char *end = file->bytes + size, *at = file->bytes;
    struct part part;
    if (!read_header(at, end, 4, &part)) return false;
    bool has_second = file->bytes[4] != 0;
    if (has_second) {
        at += HEADER + part.bytes;
        if (!read_header(at, end, 8, &part)) return false;
        at += HEADER;
    } else {
        if (!widen(file, size, &part)) return false;
        at = file->bytes;
    }
    file->times = at;
    file->time_count = part.times;
    file->indices = file->times + 8 * part.times;
    file->types = file->indices + part.times;
    file->type_count = part.types;
    file->names = (const char *)file->types + TYPE * part.types;
    file->name_bytes = part.names;
    if (!is_whole(file)) return false;
    if (has_second) read_footer(file, at + part.bytes, end);
    return true;
}

static bool read_bytes(const char *path, struct zone_file *file, size_t *size) {
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return false;
    bool right = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= MOST_BYTES;
    *size = right ? (size_t)status.st_size : 0;
    file->bytes = right ? malloc(*size + 1) : NULL;
    right = file->bytes != NULL && read(fd, file->bytes, *size) == (ssize_t)*size;
    close(fd);
    return right;
}

bool __net_zone_read(const char *path, struct zone_file *file) {
    int error = errno;
    size_t size;
    *file = (struct zone_file){0};
    bool right = read_bytes(path, file, &size) && take_apart(file, size);
    if (!right) {
        free(file->bytes);
        file->bytes = NULL;
    }
    errno = error;
    return right;
}

// How many of the changes are not after a time. A local time is judged by the clock before each change.
static size_t changes_until(const struct zone_file *file, int64_t time, bool local) {
    size_t low = 0, high = file->time_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int64_t at = time_at(file, middle);
        if (local && middle > 0) at += period(file, middle - 1).east;
        if (time < at) high = middle;
        else low = middle + 1;
    }
    return low;
}

// Before the first change: the first type that is not summer's.
static struct zone_offset first_period(const struct zone_file *file) {
    for (size_t i = 0; i < file->type_count; i++)
        if (!type_at(file, i).summer) return type_at(file, i);
    return type_at(file, 0);
}

struct zone_offset __net_zone_of_file(const struct zone_file *file, int64_t time, bool local, int32_t *other) {
    size_t count = changes_until(file, time, local);
    if (count > 0 && count == file->time_count && file->has_rule) return __net_zone_of_rule(&file->rule, time, local, other);
    struct zone_offset now = count > 0 ? period(file, count - 1) : first_period(file);
    *other = now.east;
    if (count > 1 && period(file, count - 2).summer != now.summer) *other = period(file, count - 2).east;
    else if (count < file->time_count && period(file, count).summer != now.summer) *other = period(file, count).east;
    return now;
}

bool __net_zone_latest(const struct zone_file *file, bool summer, struct zone_offset *found) {
    for (size_t i = file->time_count; i > 0; i--) {
        *found = period(file, i - 1);
        if (found->summer == summer) return true;
    }
    *found = first_period(file);
    return found->summer == summer;
}
