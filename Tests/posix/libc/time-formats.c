// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"

// strftime with every conversion, flag and width, and what is none.

static void show_all(const struct tm *tm, const char *const formats[], size_t count) {
    for (size_t i = 0; i < count; i++) {
        char text[100] = "";
        size_t length = strftime(text, sizeof text, formats[i], tm);
        printf("%s: [%s] %zu\n", formats[i], text, length);
    }
}

int main(void) {
    static const char *const plain[] = {
        "%a", "%A", "%b", "%B", "%c", "%C", "%d", "%D", "%e", "%F", "%g", "%G", "%h", "%H", "%I", "%j", "%k", "%l", "%m", "%M", "%p",
        "%P", "%r", "%R", "%s", "%S", "%T", "%u", "%U", "%V", "%w", "%W", "%x", "%X", "%y", "%Y", "%z", "%Z", "%%", "a%nb%tc", "",
    };
    static const char *const flags[] = {
        "%-d", "%_d", "%05d", "%^a", "%#Z", "%0e", "%_H", "%-m", "%-I", "%10Y", "%Ec", "%EY", "%Ey", "%EC", "%Ex", "%EX",
        "%Od", "%Oe", "%OH", "%OI", "%Om", "%OM", "%OS", "%Ou", "%OU", "%OV", "%Ow", "%OW", "%Oy", "%^B", "%#p", "%#P", "%_5S", "%5%",
        "%-k", "%-l", "%0k", "%6k", "%^p", "%10a", "%-j", "%_j", "%12T", "%^c", "%#b", "%-y", "%_y", "%-H:%-M",
    };
    static const char *const none[] = {"%", "%E", "%O", "%i", "%J", "%K", "%L", "%N", "%o", "%q", "%f", "%Q", "%v", "%:z", "x%", "%-"};
#define SHOW_ALL(tm, formats) show_all(&(tm), formats, sizeof(formats) / sizeof *(formats))
    struct tm afternoon = {.tm_year = 124, .tm_mon = 1, .tm_mday = 5, .tm_hour = 13, .tm_min = 4, .tm_sec = 9, .tm_wday = 1, .tm_yday = 35};
    time_t first = 0;
    tzset();
    SHOW_ALL(afternoon, plain);
    SHOW_ALL(afternoon, flags);
    SHOW_ALL(afternoon, none);
    SHOW_ALL(*gmtime(&first), plain);
    // Years of other lengths, and rooms that are too short.
    for (int year = -2000; year <= 20000; year += 1900) {
        char text[64];
        struct tm tm = afternoon;
        tm.tm_year = year;
        strftime(text, sizeof text, "%Y %C %y %F", &tm);
        printf("%s\n", text);
    }
    for (size_t size = 0; size < 12; size++) {
        char text[12];
        printf("%zu: %zu\n", size, strftime(text, size, "%a %b %d", &afternoon));
    }
    return t_status;
}
