// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

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

static void write_v4(const uint8_t *bytes, char *text) {
    sprintf(text, "%u.%u.%u.%u", bytes[0], bytes[1], bytes[2], bytes[3]);
}

static void write_v6(const uint8_t *bytes, char *text) {
    unsigned words[WORDS];
    for (int i = 0; i < WORDS; i++) words[i] = (unsigned)bytes[2 * i] << 8 | bytes[2 * i + 1];
    struct run zeros = longest_zeros(words);
    bool holds_v4 = zeros.start == 0 && (zeros.length == 6 || (zeros.length == 5 && words[5] == 0xffff));
    for (int i = 0; i < WORDS; i++) {
        if (i == zeros.start) {
            text += sprintf(text, "::");
            i += zeros.length - 1;
            continue;
        }
        if (i == 6 && holds_v4) return write_v4(bytes + 12, text);
        text += sprintf(text, "%x%s", words[i], i + 1 == WORDS || i + 1 == zeros.start ? "" : ":");
    }
}

const char *inet_ntop(int family, const void *restrict address, char *restrict text, socklen_t size) {
    char whole[INET6_ADDRSTRLEN];
    if (family == AF_INET) write_v4(address, whole);
    else if (family == AF_INET6) write_v6(address, whole);
    else {
        errno = EAFNOSUPPORT;
        return NULL;
    }
    if (strlen(whole) >= size) {
        errno = ENOSPC;
        return NULL;
    }
    return strcpy(text, whole);
}
