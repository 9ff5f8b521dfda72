// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"

// strptime: what is read, what follows from it, and what is no time.

int main(void) {
    static const char *const cases[][2] = {
        {"2024-02-05 13:04:09", "%Y-%m-%d %H:%M:%S"},
        {"Mon Feb  5 13:04:09 2024", "%a %b %e %H:%M:%S %Y"},
        {"Sun, 06 Nov 1994 08:49:37 GMT", "%a, %d %b %Y %H:%M:%S %Z"},
        {"Sun, 06 Nov 1994 08:49:37 +0130", "%a, %d %b %Y %H:%M:%S %z"},
        {"Sunday, 06-Nov-94 08:49:37 GMT", "%A, %d-%b-%y %T GMT"},
        {"Sun Nov  6 08:49:37 1994", "%c"},
        {"02/05/24", "%D"},
        {"02/05/24 10:11:12", "%x %X"},
        {"1:04:09 PM", "%r"},
        {"1:04 pm", "%I:%M %p"},
        {"12 AM", "%I %p"},
        {"12 pm", "%l %p"},
        {"pm 3", "%p %I"},
        {"36 2024", "%j %Y"},
        {"1707138249", "%s"},
        {"20 24", "%C %y"},
        {"24 20", "%y %C"},
        {"19", "%C"},
        {"-05:00", "%z"},
        {"+0560", "%z"},
        {"+1", "%z"},
        {"+02", "%z"},
        {"Z", "%z"},
        {"UTC", "%Z"},
        {"Monday", "%A"},
        {"MON", "%a"},
        {"7", "%u"},
        {"0", "%w"},
        {"8", "%u"},
        {"13 5 2024", "%H %d %Y"},
        {"2024 06 1", "%Y %U %w"},
        {"2024 06 1", "%Y %W %u"},
        {"2024-W06-1", "%G-W%V-%u"},
        {"x", "%Y"},
        {"99", "%y"},
        {"68", "%y"},
        {"69", "%y"},
        {" 5", "%k"},
        {" 5", "%l"},
        {"%", "%%"},
        {"5", "%n%d"},
        {"abc  5", "abc %d"},
        {"24:00", "%H:%M"},
        {"23:59:61", "%T"},
        {"23:59:62", "%T"},
        {"Febuary", "%B"},
        {"may", "%b"},
        {"13:04", "%R"},
        {"2024-02-30", "%F"},
        {"2024-02-05x", "%F"},
        {"5", "%-d"},
        {"5", "%_d"},
        {"05", "%Od"},
        {"2024", "%EY"},
        {"", "%d"},
        {"", ""},
        {"5", "%"},
        {"5", "%f"},
        {"12345", "%Y"},
        {"0123", "%m"},
        {"1300", "%m"},
    };
    tzset();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tm tm = {.tm_year = 70, .tm_mday = 1};
        const char *end = strptime(cases[i][0], cases[i][1], &tm);
        printf("%s by %s: ", cases[i][0], cases[i][1]);
        if (end == NULL) printf("none\n");
        else
            printf("%d-%d-%d %d:%d:%d, day %d of week, %d of year, %ld east, left [%s]\n", tm.tm_year, tm.tm_mon, tm.tm_mday,
                   tm.tm_hour, tm.tm_min, tm.tm_sec, tm.tm_wday, tm.tm_yday, (long)tm.tm_gmtoff, end);
    }
    return t_status;
}
