// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <string.h>

#include "lookup.h"

// Internet addresses as text: of IPv6 the first of the longest runs of zeros is left out, and an IPv4 address inside is
// written as one.

#define WORDS 8

struct run {
    int start, length;
};

static struct run longest_zeros(const unsigned words[static WORDS]) {
    struct run best = {-1, 1}; // a single zero is written
    for (int i = 0; i < WORDS; i++) {
        int length = 0;
        while (i + length < WORDS && words[i + length] == 0) length++;
        if (length > best.length) best = (struct run){i, length};
        i += length;
    }
    return best;
}

char *__net_decimal(char *text, unsigned number) {
    unsigned power = 1;
    while (number / power >= 10) power *= 10;
    for (; power > 0; power /= 10) *text++ = (char)('0' + number / power % 10);
    return text;
}

// Returns the end, where there is a NUL.
static char *write_v4(const uint8_t *bytes, char *text) {
    for (int i = 0; i < 4; i++) {
        text = __net_decimal(text, bytes[i]);
        *text++ = '.';
    }
    *--text = '\0';
    return text;
}

static char *write_word(char *text, unsigned word) {
    int shift = word >= 0x1000 ? 12 : word >= 0x100 ? 8 : word >= 0x10 ? 4 : 0;
    for (; shift >= 0; shift -= 4) *text++ = "0123456789abcdef"[word >> shift & 15];
    return text;
}

static char *write_v6(const uint8_t *bytes, char *text) {
    unsigned words[WORDS];
    for (int i = 0; i < WORDS; i++) words[i] = (unsigned)bytes[2 * i] << 8 | bytes[2 * i + 1];
    struct run zeros = longest_zeros(words);
    bool holds_v4 = zeros.start == 0 && (zeros.length == 6 || (zeros.length == 5 && words[5] == 0xffff));
    for (int i = 0; i < WORDS; i++) {
        if (i == zeros.start) {
            *text++ = ':';
            i += zeros.length - 1;
            if (i == WORDS - 1) *text++ = ':';
            continue;
        }
        if (i > 0) *text++ = ':';
        if (i == 6 && holds_v4) return write_v4(bytes + 12, text);
        text = write_word(text, words[i]);
    }
    *text = '\0';
    return text;
}

const char *inet_ntop(int family, const void *restrict address, char *restrict text, socklen_t size) {
    char whole[INET6_ADDRSTRLEN], *end;
    if (family == AF_INET) end = write_v4(address, whole);
    else if (family == AF_INET6) end = write_v6(address, whole);
    else {
        errno = EAFNOSUPPORT;
        return NULL;
    }
    size_t length = (size_t)(end - whole);
    if (length >= size) {
        errno = ENOSPC;
        return NULL;
    }
    return memcpy(text, whole, length + 1);
}

char *inet_ntoa(struct in_addr address) {
    static char text[INET_ADDRSTRLEN];
    write_v4((const uint8_t *)&address, text);
    return text;
}
