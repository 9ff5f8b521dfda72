// SPDX-License-Identifier: Apache-2.0
// env: TZ=UTC0 DATEMSK=formats
// setup: printf '%%Y-%%m-%%d %%H:%%M:%%S\n%%d.%%m.%%Y\n' > formats

#define _GNU_SOURCE
#include "../test.h"
#include <locale.h>

// Times taken apart and put together, and their texts.

static void show_parts(const struct tm *t) {
    printf("%d-%02d-%02d %02d:%02d:%02d wday %d yday %d dst %d\n", t->tm_year + 1900, t->tm_mon + 1, t->tm_mday, t->tm_hour,
           t->tm_min, t->tm_sec, t->tm_wday, t->tm_yday, t->tm_isdst);
}

static void apart(void) {
    static const long long times[] = {0, 86399, 951782400, 1700000000, 2147483647, 2147483648LL, 4102444800LL, -1, -86401, -2208988800LL, 253402300800LL};
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        time_t time = times[i];
        struct tm parts, other;
        char text[64];
        show_parts(gmtime(&time));
        EXPECT(gmtime_r(&time, &parts) == &parts && localtime_r(&time, &other) == &other);
        EXPECT_EQ(timegm(&parts), time);
        EXPECT_EQ(mktime(&other), time);
        EXPECT_EQ(localtime(&time)->tm_yday, parts.tm_yday);
        if (parts.tm_year + 1900 > 9999) continue;
        printf("%s", asctime(&parts));
        printf("%s", ctime(&time));
        EXPECT(strcmp(asctime_r(&parts, text), asctime(&parts)) == 0);
        EXPECT(strcmp(ctime_r(&time, text), ctime(&time)) == 0);
    }
    struct tm none;
    errno = 0;
    time_t far = (time_t)0x7fffffffffffffffLL;
    EXPECT(gmtime_r(&far, &none) == NULL);
    printf("%s\n", errname(errno));
}

// mktime makes parts what they should be.
static void together(void) {
    static const struct tm rows[] = {
        {.tm_year = 124, .tm_mon = 1, .tm_mday = 30},
        {.tm_year = 123, .tm_mon = 14, .tm_mday = -5},
        {.tm_year = 100, .tm_mday = 366},
        {.tm_year = 70, .tm_mday = 1, .tm_sec = -1},
        {.tm_year = 124, .tm_mon = -1, .tm_mday = 1, .tm_hour = 100, .tm_min = 1000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tm parts = rows[i], same = rows[i];
        printf("%lld ", (long long)mktime(&parts));
        show_parts(&parts);
        EXPECT_EQ(timegm(&same), mktime(&parts));
    }
    printf("%.1f %.1f\n", difftime(5, 3), difftime(0, 1));
}

static void texts(void) {
    static const char *const formats[] = {"%Y-%m-%dT%H:%M:%SZ", "%a, %d %b %Y %T GMT", "%A %B %e %j %U %W %u %w", "%I:%M %p %y %C %G %g %V", "%s %n%t%%", "%D %F %R %r %c %x %X", "%z", "%E %Ey %Od", "%10Y|%_d|%-d|%^a"};
    time_t time = 1709208000;
    struct tm parts;
    gmtime_r(&time, &parts);
    char text[128];
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    for (size_t i = 0; i + 2 < sizeof formats / sizeof *formats; i++) {
        size_t length = strftime_l(text, sizeof text, formats[i], &parts, c);
        printf("%zu %s\n", length, text);
    }
    freelocale(c);
    printf("%zu\n", strftime(text, 4, "%Y", &parts));
}

static void parsed(void) {
    static const char *const rows[][2] = {
        {"2024-02-29 12:34:56", "%Y-%m-%d %H:%M:%S"}, {"Thu, 01 Jan 1970 00:00:10 GMT", "%a, %d %b %Y %T GMT"},
        {"12/31/99", "%D"}, {"  7:05 PM", " %I:%M %p"}, {"13", "%m"}, {"2024-02-30x", "%Y-%m-%d"}, {"", "%Y"}, {"Monday", "%A"}, {"100%", "%y0%%"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tm parts = {.tm_year = 70, .tm_mday = 1};
        char *end = strptime(rows[i][0], rows[i][1], &parts);
        printf("%s %s: ", rows[i][0], rows[i][1]);
        if (end) printf("%d %04d-%02d-%02d %02d:%02d:%02d\n", (int)(end - rows[i][0]), parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
        else printf("none\n");
    }
    struct tm *parts = getdate("2024-02-29 12:34:56");
    printf("getdate %d\n", parts ? 0 : getdate_err);
    parts = getdate("nonsense");
    printf("getdate %d\n", parts ? 0 : getdate_err);
    unsetenv("DATEMSK");
    parts = getdate("2024-02-29 12:34:56");
    printf("getdate %d\n", parts ? 0 : getdate_err);
}

int main(void) {
    tzset();
    printf("%s %ld %d\n", tzname[0], timezone, daylight);
    apart();
    together();
    texts();
    parsed();
    struct timespec now;
    EXPECT_EQ(timespec_get(&now, TIME_UTC), TIME_UTC);
    EXPECT(now.tv_sec >= time(NULL) - 1 && now.tv_sec <= time(NULL));
    EXPECT_EQ(timespec_get(&now, 0), 0);
    return t_status;
}
