// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

// strftime with what glibc has beyond POSIX, which logs are full of: %k, %l, %P, the flags _ - 0 ^ #, widths of
// everything; and what is no conversion is copied. wasi-libc's function, which our header's name stands before, writes
// each conversion.

size_t __net_libc_strftime(char *restrict, size_t, const char *restrict, const struct tm *restrict) __asm__("strftime");

#define ROOM 256

struct conversion {
    bool upper, swap;
    // '_', '-', '0', or 0.
    char pad;
    size_t width;
    char code;
};

// What follows a '%'; returns where the format goes on.
static const char *parse(const char *format, struct conversion *conversion) {
    *conversion = (struct conversion){.code = 0};
    for (;; format++) {
        if (*format == '^') conversion->upper = true;
        else if (*format == '#') conversion->swap = true;
        else if (*format == '_' || *format == '-' || *format == '0') conversion->pad = *format;
        else break;
    }
    for (; isdigit((unsigned char)*format); format++)
        if (conversion->width < ROOM) conversion->width = conversion->width * 10 + (size_t)(*format - '0');
    if (*format == 'E' || *format == 'O') format++;
    conversion->code = *format;
    return *format != '\0' ? format + 1 : format;
}

// The text of one conversion as it is without flags; false: there is no such conversion.
static bool convert(char text[static ROOM], char code, const struct tm *tm) {
    const char plain[] = {'%', code, '\0'};
    switch (code) {
    case 'k': snprintf(text, ROOM, "%2d", tm->tm_hour); return true;
    case 'l': snprintf(text, ROOM, "%2d", tm->tm_hour % 12 == 0 ? 12 : tm->tm_hour % 12); return true;
    case 'P': return convert(text, 'p', tm);
    case 'F': snprintf(text, ROOM, "%lld-%02d-%02d", tm->tm_year + 1900LL, tm->tm_mon + 1, tm->tm_mday); return true;
    case 'Z': snprintf(text, ROOM, "%s", tm->tm_zone != NULL ? tm->tm_zone : tzname[tm->tm_isdst > 0]); return true;
    case '%': strcpy(text, "%"); return true;
    default: break;
    }
    if (code == '\0' || strchr("aAbBcCdDegGhHIjmMnprRsStTuUVwWxXyYz", code) == NULL) return false;
    text[__net_libc_strftime(text, ROOM, plain, tm)] = '\0';
    // It marks years of more than four digits, which only a flag asks for.
    if (strchr("CGY", code) != NULL && text[0] == '+') memmove(text, text + 1, strlen(text));
    return true;
}

static void change_case(char *text, const struct conversion *conversion) {
    bool lower = conversion->code == 'P' || (conversion->swap && strchr("pZ", conversion->code) != NULL);
    if (!lower && !conversion->upper && !conversion->swap) return;
    for (; *text != '\0'; text++) *text = (char)(lower ? tolower((unsigned char)*text) : toupper((unsigned char)*text));
}

// Pads `text`, numbers as their flag says and otherwise as they are already.
static void pad(char text[static ROOM], const struct conversion *conversion) {
    bool number = strchr("CdegGHIjklmMsSuUVwWyY", conversion->code) != NULL;
    size_t width = conversion->width, length = strlen(text), skipped = 0;
    char fill = number && strchr("ekl", conversion->code) == NULL ? '0' : ' ';
    if (conversion->pad == '_') fill = ' ';
    if (conversion->pad == '0') fill = '0';
    if (number && conversion->pad != 0) {
        if (conversion->pad != '-' && width < length) width = length;
        while (length - skipped > 1 && (text[skipped] == '0' || text[skipped] == ' ')) skipped++;
        memmove(text, text + skipped, length - skipped + 1);
        length -= skipped;
    }
    if (conversion->pad == '-' || width <= length || width >= ROOM) return;
    memmove(text + width - length, text, length + 1);
    memset(text, fill, width - length);
}

size_t strftime(char *restrict buffer, size_t size, const char *restrict format, const struct tm *restrict tm) {
    size_t used = 0;
    while (*format != '\0') {
        char text[ROOM];
        struct conversion conversion;
        const char *from = format, *piece = format;
        size_t length = 1;
        format++;
        if (*from == '%') {
            format = parse(format, &conversion);
            length = (size_t)(format - from);
            if (convert(text, conversion.code, tm)) {
                change_case(text, &conversion);
                pad(text, &conversion);
                piece = text;
                length = strlen(text);
            }
        }
        if (length >= size - used) return 0;
        memcpy(buffer + used, piece, length);
        used += length;
    }
    if (used >= size) return 0;
    buffer[used] = '\0';
    return used;
}

size_t strftime_l(char *restrict buffer, size_t size, const char *restrict format, const struct tm *restrict tm,
                  locale_t locale) {
    (void)locale;
    return strftime(buffer, size, format, tm);
}
