// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <math.h>

// Text to numbers and back, in stdlib.h's ways, at the edges of the types.

static void integers(void) {
    static const char *const texts[] = {"0", "-1", "  42x", "0x1f", "017", "9x", "+5", "99999999999999999999", "-99999999999999999999", "2147483647", "-2147483648", "0x", "8"};
    static const int bases[] = {10, 0, 16, 36};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t b = 0; b < sizeof bases / sizeof *bases; b++) {
            char *end = NULL;
            errno = 0;
            long long value = strtoll(texts[i], &end, bases[b]);
            printf("%s/%d: %lld %d %s", texts[i], bases[b], value, end ? (int)(end - texts[i]) : -1, errname(errno));
            errno = 0;
            unsigned long long wide = strtoull(texts[i], &end, bases[b]);
            printf(" %llu %s\n", wide, errname(errno));
        }
    // What fits a long of 32 bits is the same with both sizes.
    printf("%ld %lu %ld\n", strtol("-2147483648", NULL, 10), strtoul("4294967295", NULL, 10), strtol("7fffffff", NULL, 16));
    printf("%d %ld %lld\n", atoi(" -12 "), atol("34a"), atoll("9223372036854775807"));
    printf("%jd %ju\n", strtoimax("-5", NULL, 10), strtoumax("5", NULL, 10));
    printf("%d %ld %lld\n", abs(-3), labs(-4L), llabs(-5LL));
    div_t d = div(-7, 2);
    ldiv_t l = ldiv(7, -2);
    lldiv_t ll = lldiv(-9000000000LL, 7);
    printf("%d %d %ld %ld %lld %lld\n", d.quot, d.rem, l.quot, l.rem, ll.quot, ll.rem);
}

static void fractions(void) {
    static const char *const texts[] = {"1.5", " -2.25e3x", "inf", "-INFINITY", "nan", "nan(12)", "0x1.8p3", "1e400", "-1e400", "1e-400", ".5", "1e", "5e-324", "2.2250738585072014e-308", "0.1", "123456789012345678901234567890"};
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char *end;
        errno = 0;
        double value = strtod(texts[i], &end);
        printf("%s: %.17g %d %s", texts[i], fabs(value), (int)(end - texts[i]), errname(errno));
        errno = 0;
        float narrow = strtof(texts[i], &end);
        printf(" %.9g %s", fabsf(narrow), errname(errno));
        EXPECT_EQ(end - texts[i], (strtold(texts[i], &end), end - texts[i]));
        EXPECT(isnan(value) || strtod_l(texts[i], NULL, c) == value);
        EXPECT(isnan(narrow) || strtof_l(texts[i], NULL, c) == narrow);
        EXPECT(isnan(value) || isinf(value) || fabs(value) < 1e-300 || (double)strtold_l(texts[i], NULL, c) == value);
        printf("\n");
    }
    freelocale(c);
    printf("%g %Lg\n", atof("2.5 apples"), strtold("0.25", NULL));
}

static void digits(void) {
    static const double values[] = {0, 1, -1.5, 123.456, 99.95, 1e12};
    char buffer[64];
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        int point, negative;
        char *text = ecvt(values[i], 5, &point, &negative);
        printf("%s %d %d", text, point, negative);
        text = fcvt(values[i], 2, &point, &negative);
        printf(" %s %d %d", text, point, negative);
        printf(" %s\n", gcvt(values[i], 6, buffer));
    }
    static const long sixty_four[] = {0, 1, 63, 64, 123456, 0x7fffffff};
    for (size_t i = 0; i < sizeof sixty_four / sizeof *sixty_four; i++) {
        printf("[%s] ", l64a(sixty_four[i]));
        EXPECT_EQ(a64l(l64a(sixty_four[i])), sixty_four[i]);
    }
    printf("%ld %ld\n", a64l("./0A"), a64l(""));
}

int main(void) {
    integers();
    fractions();
    digits();
    return t_status;
}
