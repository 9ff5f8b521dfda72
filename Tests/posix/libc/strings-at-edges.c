// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <stdint.h>
#include <sys/mman.h>

// Searches and comparisons of bytes, at every alignment and length and up to the last byte of memory, beside loops that
// do the same byte by byte.

enum { ROOM = 96 };

// Memory after whose end there is none.
static unsigned char *last_bytes(void) {
#ifdef __wasm__
    size_t pages = __builtin_wasm_memory_grow(0, 1);
    return (unsigned char *)(pages << 16) + 65536 - ROOM;
#else
    size_t page = sysconf(_SC_PAGESIZE);
    unsigned char *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    munmap(pages + page, page);
    return pages + page - ROOM;
#endif
}

static const unsigned char *find(const unsigned char *at, int byte, size_t size) {
    for (; size > 0; at++, size--)
        if (*at == (unsigned char)byte) return at;
    return NULL;
}

static const unsigned char *find_last(const unsigned char *at, int byte, size_t size) {
    while (size > 0)
        if (at[--size] == (unsigned char)byte) return at + size;
    return NULL;
}

static int sign(int value) { return (value > 0) - (value < 0); }

static int compare(const unsigned char *a, const unsigned char *b, size_t size, int ends) {
    for (; size > 0; a++, b++, size--) {
        if (*a != *b) return *a < *b ? -1 : 1;
        if (ends && *a == 0) return 0;
    }
    return 0;
}

// Bytes that are alike but for a few, among them those that differ in the highest bit only.
static void fill(unsigned char *bytes, size_t size, unsigned *seed) {
    static const unsigned char few[] = {'a', 'a', 'a', 'a', 'b', 0x80, 0x81, 0xe1, 0x01, 0xff, 0x7f};
    for (size_t i = 0; i < size; i++) {
        *seed = *seed * 1664525 + 1013904223;
        bytes[i] = few[(*seed >> 20) % sizeof few];
    }
}

static void check_memory(const unsigned char *a, const unsigned char *b, size_t size) {
    static const int wanted[] = {0, 'a', 'b', 0x80, 0x81, 0xff, 'x', 0x161, -1};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        EXPECT(memchr(a, wanted[i], size) == find(a, wanted[i], size));
        EXPECT(memrchr(a, wanted[i], size) == find_last(a, wanted[i], size));
    }
    EXPECT_EQ(sign(memcmp(a, b, size)), compare(a, b, size, 0));
    EXPECT_EQ(memcmp(a, b, size) == 0, bcmp(a, b, size) == 0);
}

static void check_strings(const char *a, const char *b, size_t size) {
    static const int wanted[] = {0, 'a', 'b', 0x80, 0x81, 0xff, 'x', 0x161, -1};
    const unsigned char *end = find((const void *)a, 0, size + 1);
    size = (size_t)(end - (const unsigned char *)a);
    EXPECT_EQ(strlen(a), size);
    EXPECT_EQ(strnlen(a, size), size);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        EXPECT((unsigned char *)strchr(a, wanted[i]) == find((const void *)a, wanted[i], size + 1));
        EXPECT((unsigned char *)strrchr(a, wanted[i]) == find_last((const void *)a, wanted[i], size + 1));
        const unsigned char *found = find((const void *)a, wanted[i], size);
        EXPECT((unsigned char *)strchrnul(a, wanted[i]) == (found != NULL ? found : end));
    }
    EXPECT_EQ(sign(strcmp(a, b)), compare((const void *)a, (const void *)b, ROOM, 1));
    for (size_t n = 0; n <= size + 2; n++)
        EXPECT_EQ(sign(strncmp(a, b, n)), compare((const void *)a, (const void *)b, n, 1));
}

int main(void) {
    unsigned seed = 1;
    unsigned char *edge = last_bytes(), other[ROOM];
    for (size_t size = 0; size < 40; size++) {
        for (size_t shift = 0; shift < 10; shift++) {
            // One ends at the end of memory, the other begins anywhere.
            unsigned char *a = edge + ROOM - size, *b = other + shift;
            fill(a, size, &seed);
            memcpy(b, a, size);
            check_memory(a, b, size);
            if (size > 0) b[seed % size] ^= 0x80;
            check_memory(a, b, size);
            check_memory(b, a, size);

            a = edge + ROOM - size - 1;
            fill(a, size, &seed);
            a[size] = 0;
            memcpy(b, a, size + 1);
            check_strings((char *)a, (char *)b, size);
            if (size > 0) b[seed % size] ^= 0x80;
            check_strings((char *)a, (char *)b, size);
            check_strings((char *)b, (char *)a, size);
            if (size > 0) b[seed % size] = 0;
            EXPECT_EQ(sign(strcmp((char *)a, (char *)b)), compare(a, b, ROOM, 1));
            EXPECT_EQ(sign(strcmp((char *)b, (char *)a)), compare(b, a, ROOM, 1));
        }
    }
    // Found within memory, whatever the size that was said.
    edge[ROOM - 1] = 'x';
    EXPECT(memchr(edge + 1, 'x', SIZE_MAX / 2) == edge + ROOM - 1);
    return t_status;
}
