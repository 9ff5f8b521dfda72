// SPDX-License-Identifier: Apache-2.0

#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <stdio.h>
#include <string.h>

// strerror_r as POSIX has it, into buffers of every length.

int main(void) {
    char text[32];
    for (size_t size = 0; size <= sizeof text; size += size < 4 ? 1 : 7) {
        memset(text, '#', sizeof text);
        int error = strerror_r(ENOENT, text, size);
        printf("%zu: %s %.*s\n", size, error == 0 ? "0" : error == ERANGE ? "ERANGE" : "?", (int)(size ? size : 1), text);
    }
    return 0;
}
