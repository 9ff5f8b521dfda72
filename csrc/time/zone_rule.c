// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>
#include <string.h>

#include "zone.h"

// Rules as POSIX has them in TZ, such as CET-1CEST,M3.5.0,M10.5.0/3: read leniently, as glibc reads them.

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct name {
    struct name *next;
    char text[];
};

const char *__net_zone_name(const char *text, size_t length) {
    static struct name *names;
    for (struct name *name = names; name != NULL; name = name->next)
        if (strlen(name->text) == length && memcmp(name->text, text, length) == 0) return name->text;
    struct name *name = malloc(sizeof *name + length + 1);
    if (name == NULL) return "";
    memcpy(name->text, text, length);
    name->text[length] = 0;
    name->next = names;
    names = name;
    return name->text;
}

// At least three letters, or anything of letters, digits and signs in angle brackets.
static bool read_name(const char **text, const char **name) {
    const char *start = *text, *end = start;
    while (is_letter(*end)) end++;
    const char *rest = end;
    if (end - start < 3) {
        if (*start != '<') return false;
        end = ++start;
        while (is_letter(*end) || is_digit(*end) || *end == '+' || *end == '-') end++;
        if (*end != '>' || end - start < 3) return false;
        rest = end + 1;
    }
    *name = __net_zone_name(start, (size_t)(end - start));
    *text = rest;
    return true;
}

static int read_number(const char **text) {
    int value = 0;
    for (; is_digit(**text); ++*text)
        if (value < 10000) value = value * 10 + (**text - '0');
    return value;
}

// hh[:mm[:ss]] in seconds, none of them above its greatest.
static int32_t read_time(const char **text, int hours) {
    int parts[3] = {0, 0, 0};
    const int greatest[3] = {hours, 59, 59};
    for (int i = 0; i < 3; i++) {
        if (i > 0) {
            if ((*text)[0] != ':' || !is_digit((*text)[1])) break;
            ++*text;
        }
        int part = read_number(text);
        parts[i] = part < greatest[i] ? part : greatest[i];
    }
    return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

// Seconds east of Greenwich of an offset that counts west.
static bool read_offset(const char **text, int32_t *east) {
    const char *start = *text;
    bool is_east = *start == '-';
    if (*start == '-' || *start == '+') start++;
    if (!is_digit(*start)) return false;
    *text = start;
    int32_t seconds = read_time(text, 24);
    *east = is_east ? seconds : -seconds;
    return true;
}

static bool read_weekday(const char **text, struct zone_change *change) {
    change->kind = WEEKDAY_OF_MONTH;
    change->month = read_number(text);
    if (*(*text)++ != '.') return false;
    change->week = read_number(text);
    if (*(*text)++ != '.' || !is_digit(**text)) return false;
    change->day = read_number(text);
    return change->month >= 1 && change->month <= 12 && change->week >= 1 && change->week <= 5 && change->day <= 6;
}

static bool read_day(const char **text, struct zone_change *change) {
    if (**text == 'M' && is_digit((*text)[1])) {
        ++*text;
        return read_weekday(text, change);
    }
    change->kind = **text == 'J' ? WITHOUT_LEAP_DAY : DAY_OF_YEAR;
    if (**text == 'J') ++*text;
    if (!is_digit(**text)) return false;
    change->day = read_number(text);
    return change->day <= 365 && (change->kind == DAY_OF_YEAR || change->day >= 1);
}

// `usual` holds where the text has ended.
static bool read_change(const char **text, const struct zone_change *usual, struct zone_change *change) {
    if (**text == ',') ++*text;
    *change = *usual;
    if (**text == 0) return true;
    *change = (struct zone_change){.seconds = 2 * 3600};
    if (!read_day(text, change)) return false;
    if (**text != '/') return **text == 0 || **text == ',';
    ++*text;
    bool negative = **text == '-';
    if (negative) ++*text;
    int32_t seconds = is_digit(**text) ? read_time(text, 167) : 2 * 3600;
    change->seconds = negative ? -seconds : seconds;
    return true;
}

bool __net_zone_rule(const char *text, struct zone_rule *rule) {
    // Those of the United States are taken where a rule names none.
    static const struct zone_change march = {WEEKDAY_OF_MONTH, 3, 2, 0, 7200}, november = {WEEKDAY_OF_MONTH, 11, 1, 0, 7200};
    *rule = (struct zone_rule){.standard.name = "", .summer.name = ""};
    if (!read_name(&text, &rule->standard.name) || !read_offset(&text, &rule->standard.east)) return false;
    rule->summer = rule->standard;
    if (*text == 0) return true;
    rule->summer.name = "";
    rule->summer.summer = true;
    if (!read_name(&text, &rule->summer.name)) return true;
    if (!read_offset(&text, &rule->summer.east)) rule->summer.east = rule->standard.east + 3600;
    // Where days cannot be read, the year begins with both changes, as glibc has it.
    const struct zone_change first = {.kind = DAY_OF_YEAR};
    rule->has_summer = true;
    if (!read_change(&text, &march, &rule->to_summer) || !read_change(&text, &november, &rule->to_standard))
        rule->to_summer = rule->to_standard = first;
    return true;
}

// Days from 1970 to the first of January of a year, and whether the year is a leap year.
static int64_t days_before(int64_t year, bool *leap) {
    int64_t y = year - 1;
    int64_t fours = y >> 2, hundreds = y / 100 - (y % 100 < 0), four_hundreds = hundreds >> 2;
    *leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    return 365 * (year - 1970) + (fours - 492) - (hundreds - 19) + (four_hundreds - 4);
}

static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b < 0); }

static int64_t year_of(int64_t time) {
    int64_t days = floor_divide(time, 86400);
    bool leap;
    int64_t year = 1970 + floor_divide(days * 400, 146097);
    while (days_before(year, &leap) > days) year--;
    while (days_before(year + 1, &leap) <= days) year++;
    return year;
}

// The second, on the local clock before the change, at which a year's change is.
static int64_t moment(const struct zone_change *change, int64_t year) {
    static const short before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    bool leap;
    int64_t first = days_before(year, &leap), day = first + change->day;
    if (change->kind == WITHOUT_LEAP_DAY) {
        day = first + change->day - 1 + (leap && change->day >= 60);
    } else if (change->kind == WEEKDAY_OF_MONTH) {
        int64_t month = first + before[change->month - 1] + (leap && change->month > 2);
        int64_t length = before[change->month] - before[change->month - 1] + (leap && change->month == 2);
        int64_t weekday = ((month + 4) % 7 + 7) % 7; // 1970 began on a Thursday
        int64_t days = (change->day - weekday + 7) % 7 + 7 * (change->week - 1);
        day = month + (days < length ? days : days - 7);
    }
    return day * 86400 + change->seconds;
}

struct zone_offset __net_zone_of_rule(const struct zone_rule *rule, int64_t time, bool local, int32_t *other) {
    *other = rule->standard.east;
    if (!rule->has_summer) return rule->standard;
    // A local time is judged by the clock before each change, as somebody who reads it would.
    int64_t year = year_of(local ? time : time + rule->standard.east);
    int64_t start = moment(&rule->to_summer, year) - (local ? 0 : rule->standard.east);
    int64_t end = moment(&rule->to_standard, year) - (local ? 0 : rule->summer.east);
    bool summer = start < end ? time >= start && time < end : time >= start || time < end;
    *other = summer ? rule->standard.east : rule->summer.east;
    return summer ? rule->summer : rule->standard;
}
