// SPDX-License-Identifier: Apache-2.0
#ifndef NETWASI_MODULE_FILE_H
#define NETWASI_MODULE_FILE_H

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

// What strip.c and adapt.c share: files that hold a module, after a `#!` line perhaps.

static const char *program;

static inline int fail(const char *path, const char *reason) {
    fprintf(stderr, "%s: %s: %s\n", program, path, reason);
    return 1;
}

struct bytes {
    unsigned char *at;
    size_t length;
};

static inline int read_file(const char *path, struct bytes *file) {
    FILE *stream = fopen(path, "rb");
    if (!stream) {
        return fail(path, strerror(errno));
    }
    size_t capacity = 1 << 16;
    file->at = malloc(capacity);
    file->length = 0;
    while (file->at) {
        file->length += fread(file->at + file->length, 1, capacity - file->length, stream);
        if (file->length < capacity) {
            break;
        }
        capacity *= 2;
        unsigned char *more = realloc(file->at, capacity);
        if (!more) {
            free(file->at);
        }
        file->at = more;
    }
    int failed = ferror(stream);
    fclose(stream);
    return file->at && !failed ? 0 : fail(path, "cannot be read");
}

// An unsigned LEB128 of at most 32 bits; 0 when it does not end before `end`.
static inline size_t read_leb(const unsigned char *at, const unsigned char *end, uint32_t *value) {
    *value = 0;
    for (size_t i = 0; i < 5 && at + i < end; i++) {
        *value |= (uint32_t)(at[i] & 0x7f) << (7 * i);
        if (!(at[i] & 0x80)) {
            return i + 1;
        }
    }
    return 0;
}

// Where the first section begins; null, having said so, when that is no module.
static inline unsigned char *first_section(const char *path, const struct bytes *file) {
    unsigned char *const end = file->at + file->length;
    unsigned char *from = file->at;
    if (file->length > 2 && memcmp(from, "#!", 2) == 0) {
        unsigned char *newline = memchr(from, '\n', file->length);
        from = newline ? newline + 1 : end;
    }
    if (end - from < 8 || memcmp(from, "\0asm\1\0\0\0", 8) != 0) {
        fail(path, "is not a WebAssembly module");
        return NULL;
    }
    return from + 8;
}

static inline int write_file(const char *path, const struct bytes *file, mode_t mode) {
    size_t length = strlen(path) + sizeof ".new";
    char *temporary = malloc(length);
    if (!temporary) {
        return fail(path, "out of memory");
    }
    snprintf(temporary, length, "%s.new", path);
    FILE *stream = fopen(temporary, "wb");
    int good = stream && fwrite(file->at, 1, file->length, stream) == file->length;
    good = (stream && fclose(stream) == 0) && good;
    good = good && chmod(temporary, mode & 07777) == 0 && rename(temporary, path) == 0;
    if (!good) {
        fail(path, strerror(errno));
        remove(temporary);
    }
    free(temporary);
    return !good;
}

#endif
