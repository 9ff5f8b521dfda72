// SPDX-License-Identifier: Apache-2.0
#include <resolv.h>

#include "internal.h"

// The old names of the functions on names in messages, in which the root is "".

int dn_comp(const char *text, unsigned char *target, int size, unsigned char **names, unsigned char **last) {
    return ns_name_compress(text, target, size > 0 ? (size_t)size : 0, (const unsigned char **)names,
                            (const unsigned char **)last);
}

int dn_expand(const unsigned char *message, const unsigned char *end, const unsigned char *source, char *text,
              int size) {
    int taken = ns_name_uncompress(message, end, source, text, size > 0 ? (size_t)size : 0);
    if (taken > 0 && text[0] == '.') text[0] = '\0';
    return taken;
}

int dn_skipname(const unsigned char *source, const unsigned char *end) {
    const unsigned char *p = source;
    return ns_name_skip(&p, end) == 0 ? (int)(p - source) : -1;
}
