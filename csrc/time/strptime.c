// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <ctype.h>
#include <langinfo.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <time.h>

// strptime as glibc has it: with zones and seconds since the epoch, and the days of week and year worked out from the
// date that was read.

struct reading {
    struct tm *tm;
    bool hour12, afternoon, has_weekday, has_year_day, has_month, has_day, wants_days, has_year;
    int century;
    // The week of the year, by its first day: 0 Sunday, 1 Monday; -1: none.
    int week, week_start;
};

static const char *skip_spaces(const char *text) {
    while (isspace((unsigned char)*text)) text++;
    return text;
}

// A number of at most `digits` digits, from `low` to `high`.
static const char *number(const char *text, int low, int high, int digits, int *value) {
    text = skip_spaces(text);
    if (!isdigit((unsigned char)*text)) return NULL;
    *value = 0;
    do *value = *value * 10 + (*text++ - '0');
    while (--digits > 0 && *value * 10 <= high && isdigit((unsigned char)*text));
    return *value >= low && *value <= high ? text : NULL;
}

// One of `count` names, the long ones at `whole`, the short ones at `brief`.
static const char *name(const char *text, nl_item whole, nl_item brief, int count, int *value) {
    for (int i = 0; i < count; i++) {
        const char *forms[] = {nl_langinfo(whole + i), nl_langinfo(brief + i)};
        for (int form = 0; form < 2; form++) {
            size_t length = strlen(forms[form]);
            if (strncasecmp(text, forms[form], length) != 0) continue;
            *value = i;
            return text + length;
        }
    }
    return NULL;
}

// +hh, +hhmm, +hh:mm or Z.
static const char *zone(const char *text, struct tm *tm) {
    text = skip_spaces(text);
    tm->tm_gmtoff = 0;
    if (*text == 'Z') return text + 1;
    if (*text != '+' && *text != '-') return NULL;
    bool west = *text++ == '-';
    int digits = 0, value = 0;
    while (digits < 4 && isdigit((unsigned char)*text)) {
        value = value * 10 + (*text++ - '0');
        if (++digits == 2 && *text == ':') text++;
    }
    if (digits == 2) value *= 100;
    else if (digits != 4) return NULL;
    if (value > 1400 || value % 100 >= 60) return NULL;
    tm->tm_gmtoff = (value / 100 * 60 + value % 100) * 60L;
    if (west) tm->tm_gmtoff = -tm->tm_gmtoff;
    return text;
}

static const char *seconds(const char *text, struct tm *tm) {
    time_t value = 0;
    if (!isdigit((unsigned char)*text)) return NULL;
    while (isdigit((unsigned char)*text))
        if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, *text++ - '0', &value)) return NULL;
    return localtime_r(&value, tm) != NULL ? text : NULL;
}

static const char *read_all(const char *text, const char *format, struct reading *reading);

static const char *read_date(const char *text, char code, struct reading *reading) {
    struct tm *tm = reading->tm;
    int value = 0;
    switch (code) {
    case 'a':
    case 'A':
        reading->has_weekday = true;
        return name(text, DAY_1, ABDAY_1, 7, &tm->tm_wday);
    case 'b':
    case 'B':
    case 'h':
        reading->has_month = reading->wants_days = true;
        return name(text, MON_1, ABMON_1, 12, &tm->tm_mon);
    case 'C':
        reading->wants_days = true;
        return number(text, 0, 99, 2, &reading->century);
    case 'd':
    case 'e':
        reading->has_day = reading->wants_days = true;
        return number(text, 1, 31, 2, &tm->tm_mday);
    case 'g': return number(text, 0, 99, 2, &value);
    case 'G': return number(text, 0, 9999, 4, &value);
    case 'j':
        if ((text = number(text, 1, 366, 3, &value)) != NULL) tm->tm_yday = value - 1;
        reading->has_year_day = true;
        return text;
    case 'm':
        if ((text = number(text, 1, 12, 2, &value)) != NULL) tm->tm_mon = value - 1;
        reading->has_month = reading->wants_days = true;
        return text;
    case 'U':
    case 'W':
        reading->week_start = code == 'W';
        return number(text, 0, 53, 2, &reading->week);
    case 'V': return number(text, 0, 53, 2, &value);
    case 'u':
        if ((text = number(text, 1, 7, 1, &value)) != NULL) tm->tm_wday = value % 7;
        reading->has_weekday = true;
        return text;
    case 'w':
        reading->has_weekday = true;
        return number(text, 0, 6, 1, &tm->tm_wday);
    case 'y':
        if ((text = number(text, 0, 99, 2, &value)) != NULL) tm->tm_year = value >= 69 ? value : value + 100;
        reading->has_year = reading->wants_days = true;
        return text;
    case 'Y':
        if ((text = number(text, 0, 9999, 4, &value)) != NULL) tm->tm_year = value - 1900;
        reading->has_year = false;
        reading->century = -1;
        reading->wants_days = true;
        return text;
    default: return NULL;
    }
}

static const char *read_one(const char *text, char code, struct reading *reading) {
    struct tm *tm = reading->tm;
    int value = 0;
    switch (code) {
    case '%': return *text == '%' ? text + 1 : NULL;
    case 'n':
    case 't': return skip_spaces(text);
    case 'c': return read_all(text, "%a %b %e %H:%M:%S %Y", reading);
    case 'D':
    case 'x': return read_all(text, "%m/%d/%y", reading);
    case 'F': return read_all(text, "%Y-%m-%d", reading);
    case 'r': return read_all(text, "%I:%M:%S %p", reading);
    case 'R': return read_all(text, "%H:%M", reading);
    case 'T':
    case 'X': return read_all(text, "%H:%M:%S", reading);
    case 'H':
    case 'k':
        reading->hour12 = false;
        return number(text, 0, 23, 2, &tm->tm_hour);
    case 'I':
    case 'l':
        if ((text = number(text, 1, 12, 2, &value)) != NULL) tm->tm_hour = value % 12;
        reading->hour12 = true;
        return text;
    case 'M': return number(text, 0, 59, 2, &tm->tm_min);
    case 'S': return number(text, 0, 61, 2, &tm->tm_sec);
    case 'p':
        if ((text = name(text, AM_STR, AM_STR, 2, &value)) != NULL) reading->afternoon = value == 1;
        return text;
    case 's': return seconds(text, tm);
    case 'z': return zone(text, tm);
    case 'Z':
        text = skip_spaces(text);
        while (*text != '\0' && !isspace((unsigned char)*text)) text++;
        return text;
    default: return read_date(text, code, reading);
    }
}

static const char *read_all(const char *text, const char *format, struct reading *reading) {
    for (; text != NULL && *format != '\0'; format++) {
        if (isspace((unsigned char)*format)) {
            text = skip_spaces(text);
        } else if (*format != '%') {
            text = *text == *format ? text + 1 : NULL;
        } else {
            format++;
            while (*format == '-' || *format == '_' || *format == '0' || *format == '^' || *format == '#') format++;
            if (*format == 'E' || *format == 'O') format++;
            if (*format == '\0') return NULL;
            text = read_one(text, *format, reading);
        }
    }
    return text;
}

// --- What follows from what was read ---

// The days before a month, and before the next year.
static int days_before(int year, int month) {
    static const short days[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month] + (leap && month > 1);
}

static bool is_month(int month) { return month >= 0 && month < 12; }

static int weekday_of(const struct tm *tm) {
    struct tm day = {.tm_year = tm->tm_year, .tm_mon = tm->tm_mon, .tm_mday = tm->tm_mday, .tm_hour = 12};
    timegm(&day);
    return day.tm_wday;
}

// The month and the day that a day of the year is.
static void take_year_day(struct tm *tm, bool has_month, bool has_day) {
    int month = 0;
    while (month < 11 && days_before(tm->tm_year + 1900, month + 1) <= tm->tm_yday) month++;
    if (!has_month) tm->tm_mon = month;
    if (!has_day) tm->tm_mday = tm->tm_yday - days_before(tm->tm_year + 1900, month) + 1;
}

// The day of the year that a weekday of a week is, and from that the date.
static void take_week(struct reading *reading) {
    struct tm *tm = reading->tm, first = {.tm_year = tm->tm_year, .tm_mday = 1};
    int start = reading->week_start, weekday = weekday_of(&first);
    if (!reading->has_day || !reading->has_month || !reading->has_year_day) {
        if (!reading->has_year_day)
            tm->tm_yday = (7 - (weekday - start)) % 7 + (reading->week - 1) * 7 + (tm->tm_wday - start + 7) % 7;
        if (!reading->has_day || !reading->has_month) take_year_day(tm, reading->has_month, reading->has_day);
    }
}

static void finish(struct reading *reading) {
    struct tm *tm = reading->tm;
    if (reading->hour12 && reading->afternoon) tm->tm_hour += 12;
    if (reading->century >= 0) {
        int rest = reading->has_year ? tm->tm_year % 100 : 0;
        tm->tm_year = (reading->century - 19) * 100 + rest;
    }
    if (reading->wants_days && !reading->has_weekday) {
        if (!(reading->has_month && reading->has_day) && reading->has_year_day)
            take_year_day(tm, reading->has_month, reading->has_day);
        tm->tm_wday = weekday_of(tm);
    }
    if (reading->wants_days && !reading->has_year_day && is_month(tm->tm_mon))
        tm->tm_yday = days_before(tm->tm_year + 1900, tm->tm_mon) + tm->tm_mday - 1;
    if (reading->week >= 0 && reading->has_weekday) take_week(reading);
}

char *strptime(const char *restrict text, const char *restrict format, struct tm *restrict tm) {
    struct reading reading = {.tm = tm, .century = -1, .week = -1};
    const char *end = read_all(text, format, &reading);
    if (end != NULL) finish(&reading);
    return (char *)(uintptr_t)end;
}
