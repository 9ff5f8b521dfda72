// SPDX-License-Identifier: Apache-2.0
#include <ctype.h>
#include <resolv.h>
#include <string.h>

#include "internal.h"

// Base64 as the resolver's library has it: text of whole groups, blanks between them ignored.

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The length of the text without its end; -1: it does not fit.
int b64_ntop(const unsigned char *bytes, size_t size, char *text, size_t room) {
    size_t used = 0;
    if (size / 3 >= INT32_MAX / 4 || room <= (size + 2) / 3 * 4) return -1;
    for (size_t i = 0; i < size; i += 3) {
        size_t count = size - i < 3 ? size - i : 3;
        unsigned group = (unsigned)bytes[i] << 16 | (count > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                         (count > 2 ? bytes[i + 2] : 0u);
        for (size_t digit = 0; digit < 4; digit++)
            text[used++] = digit <= count ? letters[group >> (18 - 6 * digit) & 63] : '=';
    }
    text[used] = '\0';
    return (int)used;
}

static bool only_blanks(const char *text) {
    while (isspace((unsigned char)*text)) text++;
    return *text == '\0';
}

// The text from its padding on: as many signs as the last group lacks, and no bits lost.
static bool ends_well(const char *text, unsigned digits, unsigned rest) {
    if (*text == '\0') return digits == 0;
    if (digits < 2 || rest != 0) return false;
    if (digits == 2) {
        do text++;
        while (isspace((unsigned char)*text));
        if (*text != '=') return false;
    }
    return only_blanks(text + 1);
}

// How many bytes; with no target they are only counted. -1: bad text, or they do not fit.
int b64_pton(const char *text, unsigned char *target, size_t room) {
    unsigned group = 0, digits = 0;
    size_t used = 0;
    for (; *text != '\0' && *text != '='; text++) {
        if (isspace((unsigned char)*text)) continue;
        const char *digit = strchr(letters, *text);
        if (digit == NULL) return -1;
        group = group << 6 | (unsigned)(digit - letters);
        if (digits++ > 0) {
            unsigned bits = 6 - 2 * (digits - 1); // of this digit, those that begin the next byte
            // Room for a byte that has only begun is asked for too, as the library has always done.
            if (target != NULL && used + (digits < 4) >= room) return -1;
            if (target != NULL) target[used] = (unsigned char)(group >> bits);
            used++;
        }
        if (digits == 4) digits = 0, group = 0;
    }
    unsigned spare = digits == 2 ? group & 15 : digits == 3 ? group & 3 : 0;
    if (!ends_well(text, digits, target != NULL ? spare : 0)) return -1;
    return used > INT32_MAX ? -1 : (int)used;
}
