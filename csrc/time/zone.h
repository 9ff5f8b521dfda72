// SPDX-License-Identifier: Apache-2.0
//
// Time zones as TZ names them: one rule for the years that no file tells of, and the changes that a file lists.
#ifndef NETWASI_ZONE_H
#define NETWASI_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "internal.h"

/// What clocks show for a while: seconds east of Greenwich, whether it is summer's, and an abbreviation, which lasts as
/// long as the program: every struct tm points to one.
struct zone_offset {
    int32_t east;
    bool summer;
    const char *name;
};

/// The day and second of a year at which clocks change: `Jn`, days 1 to 365 without the leap day; `n`, days 0 to 365;
/// `Mm.w.d`, the w-th (5: last) weekday d of the month.
struct zone_change {
    enum { WITHOUT_LEAP_DAY, DAY_OF_YEAR, WEEKDAY_OF_MONTH } kind;
    int month, week, day;
    int32_t seconds;
};

/// A rule in the text form of POSIX (XBD 8.3).
struct zone_rule {
    struct zone_offset standard, summer;
    bool has_summer;
    struct zone_change to_summer, to_standard;
};

/// A file of RFC 8536, taken apart; it points into `bytes`, which is of malloc.
struct zone_file {
    unsigned char *bytes;
    const unsigned char *times, *indices, *types;
    const char *names;
    size_t time_count, type_count, name_bytes;
    bool has_rule;
    struct zone_rule rule;
};

/// The one copy of an abbreviation. "" when there is no memory.
HIDDEN const char *__net_zone_name(const char *text, size_t length);
/// Reads a rule. False where it has no offset; the rule is then Greenwich's, under the name that was read, or "".
HIDDEN bool __net_zone_rule(const char *text, struct zone_rule *rule);
/// What the rule says of a time, in seconds since 1970: of Greenwich's clock, or of the local one. `other` gets what
/// holds in the other half of the year.
HIDDEN struct zone_offset __net_zone_of_rule(const struct zone_rule *rule, int64_t time, bool local, int32_t *other);

/// Reads a file. False where there is none or it is no such file; then nothing is kept.
HIDDEN bool __net_zone_read(const char *path, struct zone_file *file);
HIDDEN struct zone_offset __net_zone_of_file(const struct zone_file *file, int64_t time, bool local, int32_t *other);
/// The latest offset of the kind in the file. False where there is none.
HIDDEN bool __net_zone_latest(const struct zone_file *file, bool summer, struct zone_offset *found);

#endif
