// SPDX-License-Identifier: Apache-2.0
#include <arpa/nameser.h>
#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "internal.h"

// Names in messages (RFC 1035, 3.1 and 4.1.4): labels with their lengths, the root's 0 last, and pointers to labels that
// were there before. In text, what has a meaning is escaped. Whatever does not fit is EMSGSIZE.

#define POINTER 0xc0
#define LARGEST_OFFSET 0x3fff

static int fail(int error) { return __net_ret(error); }

static bool is_special(int c) { return c != '\0' && strchr("\".;\\()@$", c) != NULL; }

// --- Wire form to text ---

// One byte of a label as text of one, two or four characters; returns how many.
static int escape(unsigned char c, char text[static 4]) {
    if (c <= 0x20 || c >= 0x7f) {
        text[0] = '\\';
        text[1] = (char)('0' + c / 100);
        text[2] = (char)('0' + c / 10 % 10);
        text[3] = (char)('0' + c % 10);
        return 4;
    }
    if (is_special(c)) {
        text[0] = '\\';
        text[1] = (char)c;
        return 2;
    }
    text[0] = (char)c;
    return 1;
}

int ns_name_ntop(const unsigned char *wire, char *text, size_t size) {
    size_t used = 0;
    char escaped[4];
    if (*wire == 0) {
        if (size < 2) return fail(EMSGSIZE);
        memcpy(text, ".", 2);
        return 2;
    }
    for (unsigned length; (length = *wire++) != 0;) {
        if (length > NS_MAXLABEL) return fail(EMSGSIZE);
        if (used > 0) {
            if (used >= size) return fail(EMSGSIZE);
            text[used++] = '.';
        }
        for (; length > 0; length--) {
            int count = escape(*wire++, escaped);
            if (size - used <= (size_t)count || used >= size) return fail(EMSGSIZE);
            memcpy(text + used, escaped, (size_t)count);
            used += (size_t)count;
        }
    }
    if (used >= size) return fail(EMSGSIZE);
    text[used++] = '\0';
    return (int)used;
}

// --- Text to wire form ---

// Reads one byte of a label, which may be escaped; false: a bad escape.
static bool unescape(const char **text, unsigned char *byte) {
    const char *p = *text;
    if (*p == '\\') {
        p++;
        if (isdigit((unsigned char)*p)) {
            if (!isdigit((unsigned char)p[1]) || !isdigit((unsigned char)p[2])) return false;
            int value = (p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0');
            if (value > 255) return false;
            *byte = (unsigned char)value;
            *text = p + 3;
            return true;
        }
        if (*p == '\0') return false;
    }
    *byte = (unsigned char)*p;
    *text = p + 1;
    return true;
}

// 1: the name ended in a dot; 0: it did not, and is taken for whole.
int ns_name_pton(const char *text, unsigned char *wire, size_t size) {
    size_t used = 1, label = 0; // `label` is where the length of the label goes
    bool absolute = false;
    if (strcmp(text, ".") == 0) {
        if (size < 1) return fail(EMSGSIZE);
        wire[0] = 0;
        return 1;
    }
    while (*text != '\0') {
        unsigned char byte;
        if (*text == '.') {
            if (used - label == 1 || used >= size) return fail(EMSGSIZE);
            wire[label] = (unsigned char)(used - label - 1);
            label = used++;
            absolute = *++text == '\0';
            continue;
        }
        if (!unescape(&text, &byte) || used >= size || used - label > NS_MAXLABEL) return fail(EMSGSIZE);
        wire[used++] = byte;
    }
    if (label >= size) return fail(EMSGSIZE);
    wire[label] = (unsigned char)(used - label - 1);
    if (wire[label] != 0) {
        if (used >= size) return fail(EMSGSIZE);
        wire[used++] = 0;
    }
    return used > NS_MAXCDNAME ? fail(EMSGSIZE) : absolute;
}

// --- Compression ---

// The name at `source` without pointers; returns how many bytes it took in the message.
int ns_name_unpack(const unsigned char *message, const unsigned char *end, const unsigned char *source,
                   unsigned char *wire, size_t size) {
    size_t used = 0, seen = 0;
    ptrdiff_t taken = -1;
    const unsigned char *p = source;
    if (p < message || p >= end) return fail(EMSGSIZE);
    for (unsigned length; (length = *p++) != 0;) {
        if ((length & POINTER) == POINTER) {
            if (p >= end) return fail(EMSGSIZE);
            if (taken < 0) taken = p + 1 - source;
            size_t offset = (length & (unsigned)~POINTER) << 8 | *p;
            // A name that was followed for longer than the message is one that goes round in circles.
            seen += 2;
            if (offset >= (size_t)(end - message) || seen >= (size_t)(end - message)) return fail(EMSGSIZE);
            p = message + offset;
            continue;
        }
        if (length & POINTER || length >= (size_t)(end - p) || used + length + 1 >= size) return fail(EMSGSIZE);
        if (used + length + 1 >= NS_MAXCDNAME) return fail(EMSGSIZE);
        wire[used++] = (unsigned char)length;
        memcpy(wire + used, p, length);
        used += length;
        seen += length + 1;
        p += length;
    }
    if (used >= size) return fail(EMSGSIZE);
    wire[used] = 0;
    return (int)(taken >= 0 ? taken : p - source);
}

static bool same_label(const unsigned char *a, const unsigned char *b) {
    for (unsigned i = 0; i <= *a; i++)
        if (i == 0 ? a[i] != b[i] : tolower(a[i]) != tolower(b[i])) return false;
    return true;
}

// Whether the name at `there`, which this library has packed into the message, is `wire`.
static bool same_name(const unsigned char *message, const unsigned char *there, const unsigned char *wire) {
    while (1) {
        while ((*there & POINTER) == POINTER) there = message + ((there[0] & (unsigned)~POINTER) << 8 | there[1]);
        if (!same_label(there, wire)) return false;
        if (*wire == 0) return true;
        there += *there + 1;
        wire += *wire + 1;
    }
}

// Where in the message `wire` ends a name that is there; -1: nowhere.
static int find(const unsigned char *message, const unsigned char *const *names, const unsigned char *const *last,
                const unsigned char *wire) {
    for (; names < last && *names != NULL; names++)
        for (const unsigned char *p = *names; *p != 0 && (*p & POINTER) == 0 && p - message <= LARGEST_OFFSET; p += *p + 1)
            if (same_name(message, p, wire)) return (int)(p - message);
    return -1;
}

// The length of a name in wire form; 0: it is none.
static size_t length_of(const unsigned char *wire) {
    size_t length = 0;
    while (wire[length] != 0) {
        if (wire[length] > NS_MAXLABEL) return 0;
        length += wire[length] + 1u;
        if (length >= NS_MAXCDNAME) return 0;
    }
    return length + 1;
}

// `names` are the message and then names in it, a null pointer last; up to `last` the new one is added.
int ns_name_pack(const unsigned char *wire, unsigned char *target, int size, const unsigned char **names,
                 const unsigned char **last) {
    const unsigned char *message = names != NULL ? *names : NULL, **free_name = NULL;
    unsigned char *p = target, *end = target + (size > 0 ? size : 0);
    if (length_of(wire) == 0) return fail(EMSGSIZE);
    if (message != NULL)
        for (free_name = ++names; *free_name != NULL; free_name++) {}
    const unsigned char *const *known = (const unsigned char *const *)free_name;
    for (; *wire != 0; wire += *wire + 1) {
        int offset = message != NULL ? find(message, (const unsigned char *const *)names, known, wire) : -1;
        if (offset >= 0) {
            if (end - p < 2) return fail(EMSGSIZE);
            *p++ = (unsigned char)(POINTER | offset >> 8);
            *p++ = (unsigned char)offset;
            return (int)(p - target);
        }
        if (p == target && message != NULL && last != NULL && free_name < last - 1 && p - message <= LARGEST_OFFSET) {
            free_name[0] = p;
            free_name[1] = NULL;
        }
        if (end - p < *wire + 1) return fail(EMSGSIZE);
        memcpy(p, wire, *wire + 1u);
        p += *wire + 1;
    }
    if (p >= end) return fail(EMSGSIZE);
    *p++ = 0;
    return (int)(p - target);
}

int ns_name_uncompress(const unsigned char *message, const unsigned char *end, const unsigned char *source, char *text,
                       size_t size) {
    unsigned char wire[NS_MAXCDNAME];
    int taken = ns_name_unpack(message, end, source, wire, sizeof wire);
    return taken < 0 || ns_name_ntop(wire, text, size) < 0 ? -1 : taken;
}

int ns_name_compress(const char *text, unsigned char *target, size_t size, const unsigned char **names,
                     const unsigned char **last) {
    unsigned char wire[NS_MAXCDNAME];
    if (ns_name_pton(text, wire, sizeof wire) < 0) return -1;
    return ns_name_pack(wire, target, size > INT32_MAX ? INT32_MAX : (int)size, names, last);
}

int ns_name_skip(const unsigned char **place, const unsigned char *end) {
    const unsigned char *p = *place;
    while (p < end) {
        unsigned length = *p++;
        if (length != 0 && (length & POINTER) == 0) {
            if (length > (size_t)(end - p)) break;
            p += length;
            continue;
        }
        if (length != 0 && (length & POINTER) != POINTER) break;
        p += length != 0;
        if (p > end) break;
        *place = p;
        return 0;
    }
    return fail(EMSGSIZE);
}
