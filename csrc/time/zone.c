// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

#include "zone.h"

// The program's time zone: what TZ says, which is a file below /usr/share/zoneinfo (or $TZDIR) or a rule; without TZ
// /etc/localtime; where the program was granted neither, UTC. And clocks that only the host may set.

char *tzname[2] = {"UTC", "UTC"};
int daylight;
long timezone;

// wasi-libc's own object of these names knows only UTC; its localtime_r, mktime, gmtime_r and strftime call them.
const char __utc[] = "GMT"; // what gmtime's zone is called
void __secs_to_zone(long long, int, int *, int *, long *, const char **);
const char *__tm_to_tzname(const struct tm *);

#define LOCAL "/etc/localtime"

static struct zone_file file; // used while its bytes are there
static struct zone_rule rule;
static char *known; // the TZ that both are of

static bool read_zone_file(const char *name) {
    char path[PATH_MAX];
    const char *directory = getenv("TZDIR");
    if (directory == NULL || *directory == 0) directory = "/usr/share/zoneinfo";
    int length = *name == '/' ? snprintf(path, sizeof path, "%s", name) : snprintf(path, sizeof path, "%s/%s", directory, name);
    return length > 0 && (size_t)length < sizeof path && __net_zone_read(path, &file);
}

static void publish(struct zone_offset standard, struct zone_offset summer) {
    tzname[0] = (char *)(uintptr_t)standard.name;
    tzname[1] = (char *)(uintptr_t)summer.name;
    timezone = -standard.east;
    daylight = standard.east != summer.east;
}

static void publish_file(void) {
    struct zone_offset standard, summer;
    bool has_standard = __net_zone_latest(&file, false, &standard), has_summer = __net_zone_latest(&file, true, &summer);
    if (file.has_rule) {
        standard = file.rule.standard;
        if (file.rule.has_summer) summer = file.rule.summer, has_summer = true;
    } else if (!has_standard) {
        standard = summer;
    }
    if (!has_summer) summer = standard;
    publish(standard, summer);
    daylight = has_summer;
}

static void read_zone(const char *name) {
    free(file.bytes);
    file.bytes = NULL;
    if (*name == ':') name++;
    if (*name == 0) name = "UTC0";
    if (read_zone_file(name)) {
        publish_file();
        return;
    }
    __net_zone_rule(strcmp(name, LOCAL) == 0 ? "UTC0" : name, &rule);
    publish(rule.standard, rule.summer);
}

void tzset(void) {
    const char *name = getenv("TZ");
    if (name == NULL) name = LOCAL;
    if (known != NULL && strcmp(name, known) == 0) return;
    free(known);
    known = strdup(name);
    read_zone(name);
}

void __secs_to_zone(long long time, int local, int *is_summer, int *east, long *other, const char **name) {
    tzset();
    int32_t opposite;
    struct zone_offset now = file.bytes != NULL ? __net_zone_of_file(&file, time, local != 0, &opposite)
                                                : __net_zone_of_rule(&rule, time, local != 0, &opposite);
    *is_summer = now.summer;
    *east = now.east;
    *name = now.name;
    if (other != NULL) *other = opposite;
}

const char *__tm_to_tzname(const struct tm *parts) { return parts->tm_zone == NULL ? "" : parts->tm_zone; }

int clock_settime(clockid_t clock, const struct timespec *time) {
    (void)clock, (void)time;
    return __net_ret(EPERM);
}

int settimeofday(const struct timeval *time, const struct timezone *zone) {
    (void)time, (void)zone;
    return __net_ret(EPERM);
}
