// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sys/stat.h>
#include <time.h>

// Local time by the rules that TZ can hold, and by files of zones.

static const long long times[] = {-2208988800LL, -1, 0, 951782400, 951868799, 1079765999, 1079766000, 1174777200, 1301187600, 1301187599,
    1319936400, 1319936399, 1700000000, 1709208000, 1711846799, 1711846800, 1729990799, 1729990800, 1729994400, 2147483648LL, 4102444800LL};

static void show_parts(const struct tm *t) {
    char zone[80];
    EXPECT(strftime(zone, sizeof zone, "%Z %z", t) > 0);
    printf("%d-%02d-%02d %02d:%02d:%02d wday %d yday %d dst %d east %ld %s %s\n", t->tm_year + 1900, t->tm_mon + 1, t->tm_mday, t->tm_hour,
           t->tm_min, t->tm_sec, t->tm_wday, t->tm_yday, t->tm_isdst, (long)t->tm_gmtoff, t->tm_zone, zone);
}

static void in_zone(const char *zone) {
    if (zone != NULL) setenv("TZ", zone, 1);
    else unsetenv("TZ");
    tzset();
    printf("== %s: %s %s %ld %d\n", zone ? zone : "none", tzname[0], tzname[1], timezone, daylight);
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        time_t time = times[i];
        struct tm parts;
        EXPECT(localtime_r(&time, &parts) == &parts);
        show_parts(&parts);
        struct tm again = parts;
        EXPECT_EQ(mktime(&again), time);
        again = parts;
        again.tm_isdst = -1;
        long long off = (long long)mktime(&again) - time;
        EXPECT(off == 0 || off == 3600 || off == -3600 || off == 1800 || off == -1800);
        if (time < 0) continue; // glibc has no rules before 1970
        again = parts;
        again.tm_hour += 24 * 200;
        again.tm_isdst = -1;
        printf("%lld\n", (long long)mktime(&again));
    }
    struct tm utc = *gmtime(&(time_t){0});
    show_parts(&utc);
}

static void by_rules(void) {
    static const char *const rules[] = {"UTC0", "EST5", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT4,M3.2.0,M11.1.0", "NZST-12NZDT,M9.5.0,M4.1.0/3",
        "<+0330>-3:30", "<-03>3", "XXX-14:59:59", "LHST-10:30LHDT-11,M10.1.0,M4.1.0", "JJJ3KKK,J60/0,J300/23:30:15", "NNN2MMM,59,299/-1",
        "IST-2IDT,M3.4.4/26,M10.5.0", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "garbage", "AB3", "ABC+25", "ABC-99:99:99", "<AB>3", "ABC3DEF2,rubbish",
        ":UTC0", "", ":", "/nonexistent", "no/such/zone", "ABC3DEF2,M3.2.0/,M11.1.0"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) in_zone(rules[i]);
}

static unsigned char *put(unsigned char *at, long long value, int width) {
    for (int i = width - 1; i >= 0; i--) *at++ = (unsigned char)(value >> (8 * i));
    return at;
}

static unsigned char *header(unsigned char *at, int version, int times, int types, int names) {
    memset(at, 0, 44);
    memcpy(at, "TZif", 4);
    at[4] = (unsigned char)version;
    put(at + 32, times, 4);
    put(at + 36, types, 4);
    put(at + 40, names, 4);
    return at + 44;
}

// A zone with three changes, of summer's kind and back, with 32 or 64 bits.
static unsigned char *part(unsigned char *at, int width) {
    static const long long changes[] = {-100000000, 951782400, 1319936400};
    static const unsigned char indices[] = {1, 2, 1};
    for (int i = 0; i < 3; i++) at = put(at, changes[i], width);
    memcpy(at, indices, 3);
    at += 3;
    static const int east[] = {4000, 3600, 7200};
    for (int i = 0; i < 3; i++) {
        at = put(at, east[i], 4);
        *at++ = i == 2;
        *at++ = (unsigned char)(i * 4);
    }
    memcpy(at, "OLD\0STD\0SUM", 12);
    return at + 12;
}

static void write_file(const char *name, const unsigned char *bytes, size_t size) {
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    EXPECT(fd >= 0 && write(fd, bytes, size) == (ssize_t)size);
    close(fd);
}

static void by_files(void) {
    unsigned char bytes[1024], *end = part(header(bytes, 0, 3, 3, 12), 4);
    mkdir("zones", 0755);
    write_file("zones/one", bytes, (size_t)(end - bytes));
    end = part(header(bytes, '2', 3, 3, 12), 4);
    end = part(header(end, '2', 3, 3, 12), 8);
    size_t without_rule = (size_t)(end - bytes);
    memcpy(end, "\nSTD-1SUM,M3.5.0,M10.5.0/3\n", 27);
    end += 27;
    write_file("zones/two", bytes, (size_t)(end - bytes));
    memcpy(bytes + without_rule, "\n\n", 2);
    write_file("zones/plain", bytes, without_rule + 2);
    write_file("zones/short", bytes, 40);
    write_file("zones/cut", bytes, 150);
    char here[512], zone[600];
    EXPECT(getcwd(here, sizeof here) != NULL);
    static const char *const names[] = {"one", "two", "plain", "short", "cut"};
    snprintf(zone, sizeof zone, "%s/zones", here);
    setenv("TZDIR", zone, 1);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) in_zone(names[i]);
    snprintf(zone, sizeof zone, ":%s/zones/two", here);
    setenv("TZ", zone, 1);
    tzset();
    printf("%s %s %ld %d\n", tzname[0], tzname[1], timezone, daylight);
}

int main(void) {
    by_rules();
    by_files();
    return 0;
}
