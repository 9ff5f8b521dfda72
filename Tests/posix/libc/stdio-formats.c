// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stddef.h>
#include <stdarg.h>
#include <wchar.h>

// printf and scanf in each of their shapes.

static char text[256];

static int v_sprintf(const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsprintf(text, format, list);
    va_end(list);
    return length;
}

static int v_snprintf(size_t size, const char *format, ...) {
    va_list list;
    va_start(list, format);
    memset(text, '#', sizeof text);
    int length = vsnprintf(text, size, format, list);
    va_end(list);
    return length;
}

static char *v_asprintf(const char *format, ...) {
    va_list list;
    char *made = NULL;
    va_start(list, format);
    EXPECT(vasprintf(&made, format, list) >= 0);
    va_end(list);
    return made;
}

static int v_printf(const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vprintf(format, list);
    va_end(list);
    va_start(list, format);
    length += vfprintf(stdout, format, list);
    va_end(list);
    fflush(stdout);
    va_start(list, format);
    length += vdprintf(1, format, list);
    va_end(list);
    return length;
}

static int v_sscanf(const char *from, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int count = vsscanf(from, format, list);
    va_end(list);
    return count;
}

static int v_fscanf(FILE *file, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int count = vfscanf(file, format, list);
    va_end(list);
    return count;
}

static int v_scanf(const char *format, ...) {
    va_list list;
    va_start(list, format);
    int count = vscanf(format, list);
    va_end(list);
    return count;
}

static void printed(void) {
    printf("%d ", sprintf(text, "%s=%d", "a", 1));
    printf("%s\n", text);
    printf("%d %s\n", v_sprintf("%c%%%5.2f|%-6s|%+d", 'x', 3.14159, "ab", 5), text);
    printf("%d %.8s\n", v_snprintf(4, "%d", 123456), text);
    printf("%d %.4s\n", v_snprintf(0, "%d", 12), text);
    char *made = v_asprintf("%*d|%-*d|%.*s", 5, 42, 5, 42, 2, "abcdef");
    printf("%s\n", made);
    free(made);
    printf("%d\n", v_printf("three %s\n", "times"));
    printf("%hhd %hd %ld %lld %jd %zd %td\n", (signed char)-1, (short)-2, -3L, -4LL, (intmax_t)-5, (ssize_t)-6, (ptrdiff_t)-7);
    printf("%x %X %#x %o %#o %u\n", 0xbeefu, 0xbeefu, 0xbeefu, 8u, 8u, UINT_MAX);
    printf("%08.3f %e %G %g %a\n", 3.14159, 12345.678, 1e-10, 1e10, 1.0);
    printf("%f %F %e %g\n", (double)INFINITY, -(double)INFINITY, (double)INFINITY, (double)NAN);
    printf("%05d % d %+i %.3d %.0d|\n", 42, 42, 42, 5, 0);
    printf("%10s|%-10s|%.2s|%c\n", "right", "left", "cut", 'c');
    printf("%2$s %1$s\n", "one", "two");
    printf("%" PRId64 " %" PRIu32 " %" PRIxPTR "\n", (int64_t)1 << 40, (uint32_t)7, (uintptr_t)255);
    printf("%Lf %Lg\n", 1.5L, 1e20L);
    printf("%.20g %.15g %.17g\n", 0.1, 0.1, 0.1);
    printf("%s %.3s|\n", (char *)"text", "abcdef");
    int so_far;
    printf("%s%n\n", "count", &so_far);
    EXPECT_EQ(so_far, 5);
    errno = ENOENT;
    printf("%m\n");
}

static void scanned(void) {
    int a = -1, b = -1;
    unsigned u = 0;
    char word[16] = "", set[16] = "", c = 0;
    float f = 0;
    double d = 0;
    long long big = 0;
    printf("%d", sscanf("12 -7", "%d%d", &a, &b));
    printf(" %d %d\n", a, b);
    printf("%d", sscanf("0x1F", "%x", &u));
    printf(" %x\n", u);
    printf("%d", sscanf("077", "%i", &a));
    printf(" %d\n", a);
    printf("%d", v_sscanf("word!", "%15[a-z]%c", word, &c));
    printf(" %s %c\n", word, c);
    printf("%d", v_sscanf("  spaced", "%15s", word));
    printf(" %s\n", word);
    printf("%d", sscanf("1.5,2.25e1", "%f,%lf", &f, &d));
    printf(" %.2f %.3f\n", f, d);
    printf("%d", sscanf("9223372036854775807", "%lld", &big));
    printf(" %lld\n", big);
    printf("%d", sscanf("12345", "%2d%*2d%d", &a, &b));
    printf(" %d %d\n", a, b);
    printf("%d", sscanf("key=value", "%*[^=]=%15s", set));
    printf(" %s\n", set);
    printf("%d %d %d\n", sscanf("", "%d", &a), sscanf("x", "%d", &a), sscanf("5 x", "%d %d", &a, &b));
    char *made = NULL;
    EXPECT_EQ(sscanf("allocated text", "%ms", &made), 1);
    printf("%s\n", made ? made : "none");
    free(made);
    int place = 0;
    printf("%d", sscanf("ab cd", "%*s %n", &place));
    printf(" %d\n", place);
    FILE *file = fmemopen((char *)"10:20", 5, "r");
    printf("%d", v_fscanf(file, "%d:%d", &a, &b));
    printf(" %d %d\n", a, b);
    fclose(file);
    EXPECT_EQ(v_scanf("%d", &a), EOF);
}

int main(void) {
    printed();
    scanned();
    return t_status;
}
