// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <limits.h>
#include <locale.h>
#include <wchar.h>

// Characters of several bytes, in UTF-8.

int main(void) {
    EXPECT(setlocale(LC_ALL, "C.UTF-8") != NULL);
    const char *text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80";
    wchar_t wide[8];
    for (const char *p = text; *p;) {
        wchar_t c = 0;
        int length = mbtowc(&c, p, MB_LEN_MAX);
        printf("%d %#lx %d\n", length, (unsigned long)c, mblen(p, MB_LEN_MAX));
        if (length <= 0) break;
        p += length;
    }
    printf("%zu\n", mbstowcs(wide, text, 8));
    printf("%zu\n", mbstowcs(NULL, text, 0));
    printf("%zu\n", mbstowcs(wide, text, 2));
    errno = 0;
    printf("%d", mbtowc(wide, "\xff", 1));
    printf(" %s\n", errname(errno));
    errno = 0;
    printf("%d", (int)mbstowcs(wide, "a\xc3(", 8));
    printf(" %s\n", errname(errno));
    printf("%d %d %d\n", mblen("", 1), mblen(text, 0), mbtowc(NULL, NULL, 0));
    char bytes[32] = "", one[MB_LEN_MAX];
    static const wchar_t characters[] = {L'x', 0xe9, 0x20ac, 0x1f600, 0};
    printf("%zu %s\n", wcstombs(bytes, characters, sizeof bytes), bytes);
    printf("%zu\n", wcstombs(NULL, characters, 0));
    memset(bytes, '#', sizeof bytes);
    printf("%zu %.4s\n", wcstombs(bytes, characters, 4), bytes);
    printf("%d %d %d\n", wctomb(one, 0x20ac), wctomb(one, 'a'), wctomb(NULL, 0));
    errno = 0;
    printf("%d", wctomb(one, (wchar_t)0xd800));
    printf(" %s\n", errname(errno));
    return t_status;
}
