// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <locale.h>
#include <strings.h>
#include <wchar.h>

// Every function of string.h, at its edges.

static int sign(int n) { return (n > 0) - (n < 0); }
static int at(const void *found, const void *start) { return found ? (int)((const char *)found - (const char *)start) : -1; }

static void searched(void) {
    const char *s = "abcabc";
    printf("%d %d %d\n", at(strchr(s, 'c'), s), at(strchr(s, 0), s), at(strchr(s, 'x'), s));
    printf("%d %d %d\n", at(strchrnul(s, 'c'), s), at(strchrnul(s, 'x'), s), at(strchrnul(s, 0), s));
    printf("%d %d\n", at(strrchr(s, 'b'), s), at(strrchr(s, 'x'), s));
    printf("%d %d %d\n", at(memchr(s, 'c', 6), s), at(memchr(s, 'c', 2), s), at(memchr(s, 'a', 0), s));
    printf("%d %d %d\n", at(memrchr(s, 'a', 6), s), at(memrchr(s, 'x', 6), s), at(memrchr(s, 'a', 0), s));
    printf("%d %d %d %d\n", at(strstr(s, "ca"), s), at(strstr(s, ""), s), at(strstr(s, "cb"), s), at(strstr("", "a"), s));
    printf("%d %d\n", at(strcasestr("xAbC", "aBc"), NULL) != -1, at(strcasestr(s, "CA"), s));
    printf("%d %d %d\n", at(memmem(s, 6, "bca", 3), s), at(memmem(s, 6, "", 0), s), at(memmem(s, 2, "abc", 3), s));
    printf("%zu %zu %zu\n", strspn(s, "ab"), strspn(s, "abc"), strspn(s, ""));
    printf("%zu %zu\n", strcspn(s, "c"), strcspn(s, ""));
    printf("%d %d\n", at(strpbrk(s, "xc"), s), at(strpbrk(s, ""), s));
    printf("%d %d %d\n", ffs(0x50), ffs(0), at(index(s, 'b'), s));
    printf("%d %d %d\n", sign(strcasecmp("aB", "Ab")), sign(strncasecmp("abX", "ABy", 2)), sign(strcasecmp("a", "b")));
    printf("%d %d %d\n", sign(memcmp("\x80", "\x7f", 1)), sign(strcmp("\x80", "\x7f")), sign(strncmp("ab", "ac", 1)));
}

static void copied(void) {
    char buffer[16];
    memset(buffer, '.', sizeof buffer);
    printf("%d %s\n", at(stpcpy(buffer, "abc"), buffer), buffer);
    memset(buffer, '.', sizeof buffer);
    printf("%d", at(stpncpy(buffer, "ab", 5), buffer));
    printf(" %d %c\n", buffer[4], buffer[5]);
    memset(buffer, '.', sizeof buffer);
    printf("%d %.4s\n", at(stpncpy(buffer, "abcdef", 3), buffer), buffer);
    printf("%d %.3s\n", at(mempcpy(buffer, "xyz", 3), buffer), buffer);
    printf("%d %d\n", at(memccpy(buffer, "ab:cd", ':', 5), buffer), at(memccpy(buffer, "abcd", ':', 4), buffer));
    strcpy(buffer, "one");
    printf("%s\n", strncat(buffer, "twothree", 3));
    printf("%s\n", strncat(buffer, "x", 0));
    explicit_bzero(buffer, 3);
    printf("%d %d %d %c\n", buffer[0], buffer[1], buffer[2], buffer[3]);
    const char *volatile text = "du";
    char *copy = strndup("duplicate", 4), *whole = strndup(text, 9);
    printf("%s %s\n", copy, whole);
    free(copy);
    free(whole);
    memcpy(buffer, "overlapping", 12);
    memmove(buffer + 2, buffer, 5);
    printf("%s\n", buffer);
#ifdef __wasi__
    // What glibc has from 2.38 on.
    printf("%zu ", strlcpy(buffer, "abcdef", 4));
    printf("%s ", buffer);
    printf("%zu ", strlcat(buffer, "xyz", 6));
    printf("%s\n", buffer);
#else
    printf("6 abc 6 abcxy\n");
#endif
}

static void cut(void) {
    char text[] = ",a,,b;c", *rest = NULL, other[] = "x y";
    for (char *part = strtok_r(text, ",;", &rest); part; part = strtok_r(NULL, ",;", &rest)) printf("[%s]", part);
    for (char *part = strtok(other, " "); part; part = strtok(NULL, " ")) printf("(%s)", part);
    printf("\n");
    char none[] = "";
    printf("%d %d\n", strtok(none, ",") == NULL, strtok_r(none, ",", &rest) == NULL);
}

static void compared(void) {
    static const char *const versions[][2] = {{"a1", "a10"}, {"a9", "a10"}, {"1.01", "1.1"}, {"000", "00"}, {"x", "x"}, {"a2", "a1b"}, {"09", "0"}};
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) printf("%d ", sign(strverscmp(versions[i][0], versions[i][1])));
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    printf("%d %d\n", sign(strcoll("a", "B")), sign(strcoll_l("a", "B", c)));
    char key[8] = "", short_key[3] = "##";
    printf("%zu %s\n", strxfrm(key, "abc", sizeof key), key);
    printf("%zu\n", strxfrm(short_key, "abcdef", sizeof short_key));
    printf("%zu\n", strxfrm_l(NULL, "abc", 0, c));
    printf("%s\n", strerror_l(ENOENT, c));
    freelocale(c);
}

static void errors(void) {
    int before = errno = EINTR;
    (void)strerror(99999);
    EXPECT_EQ(errno, before);
}

int main(void) {
    searched();
    copied();
    cut();
    compared();
    errors();
    return t_status;
}
