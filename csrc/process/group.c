// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <grp.h>
#include <stdlib.h>
#include <string.h>

#include "user.h"

// Groups: those of /etc/group where the program was given one, and after them its own, named as its user.

enum { NAME, PASSWORD, GROUP, MEMBERS, FIELDS };

static FILE *listing;
static bool listed_own;
static struct group entry;
static char line[2048];

// The members' pointers go behind the text, in the same buffer.
static int32_t members(char *text, struct group *group, char *buffer, size_t size) {
    size_t count = 0, used = strlen(text) + 1 + (size_t)(text - buffer);
    used = (used + sizeof(char *) - 1) / sizeof(char *) * sizeof(char *);
    group->gr_mem = (char **)(void *)(buffer + used);
    for (char *name = text; name != NULL && *name != '\0'; count++) {
        if (used + (count + 2) * sizeof(char *) > size) return ERANGE;
        group->gr_mem[count] = name;
        name = strchr(name, ',');
        if (name != NULL) *name++ = '\0';
    }
    if (used + (count + 1) * sizeof(char *) > size) return ERANGE;
    group->gr_mem[count] = NULL;
    return 0;
}

// ENOENT: not a line of a group.
static int32_t parse(struct group *group, char *buffer, size_t size) {
    char *fields[FIELDS];
    if (!__net_split(buffer, fields, FIELDS) || !__net_number(fields[GROUP], &group->gr_gid)) return ENOENT;
    group->gr_name = fields[NAME];
    group->gr_passwd = fields[PASSWORD];
    return members(fields[MEMBERS], group, buffer, size);
}

static char *aligned(char *buffer, size_t *size) {
    size_t skip = -(uintptr_t)buffer % sizeof(char *);
    if (skip > *size) skip = *size;
    *size -= skip;
    return buffer + skip;
}

static int32_t next(FILE *file, bool *own_done, struct group *group, char *buffer, size_t size) {
    buffer = aligned(buffer, &size);
    int32_t error = file == NULL ? ENOENT : 0;
    while (error == 0) {
        error = __net_read_line(file, buffer, size);
        if (error != 0) break;
        int32_t parsed = parse(group, buffer, size);
        if (parsed != ENOENT) return parsed;
    }
    if (error != ENOENT || *own_done) return error;
    *own_done = true;
    int length = snprintf(buffer, size, "%s:x:%u:", __net_user_name(), NET_GROUP);
    if (length < 0 || (size_t)length >= size) return ERANGE;
    return parse(group, buffer, size);
}

static int find(const char *name, gid_t id, struct group *group, char *buffer, size_t size, struct group **result) {
    bool own_done = false;
    int saved = errno;
    FILE *file = fopen("/etc/group", "r");
    errno = saved;
    *result = NULL;
    int32_t error;
    while ((error = next(file, &own_done, group, buffer, size)) == 0)
        if (name != NULL ? strcmp(group->gr_name, name) == 0 : group->gr_gid == id) break;
    if (file != NULL) fclose(file);
    if (error == 0) *result = group;
    return error == ENOENT ? 0 : error;
}

int getgrnam_r(const char *name, struct group *group, char *buffer, size_t size, struct group **result) {
    return find(name, 0, group, buffer, size, result);
}

int getgrgid_r(gid_t id, struct group *group, char *buffer, size_t size, struct group **result) {
    return find(NULL, id, group, buffer, size, result);
}

static struct group *found(const char *name, gid_t id) {
    struct group *result;
    int error = find(name, id, &entry, line, sizeof line, &result);
    if (error != 0) __net_ret(error);
    return result;
}

struct group *getgrnam(const char *name) { return found(name, 0); }
struct group *getgrgid(gid_t id) { return found(NULL, id); }

void setgrent(void) {
    if (listing != NULL) fclose(listing);
    listing = NULL;
    listed_own = false;
}

void endgrent(void) { setgrent(); }

struct group *getgrent(void) {
    if (listing == NULL && !listed_own) listing = fopen("/etc/group", "r");
    return next(listing, &listed_own, &entry, line, sizeof line) == 0 ? &entry : NULL;
}

int getgrouplist(const char *user, gid_t group, gid_t *groups, int *count) {
    int room = *count, found_count = 1;
    if (room > 0) groups[0] = group;
    setgrent();
    for (struct group *each = getgrent(); each != NULL; each = getgrent()) {
        for (char **member = each->gr_mem; *member != NULL; member++) {
            if (strcmp(*member, user) != 0 || each->gr_gid == group) continue;
            if (found_count < room) groups[found_count] = each->gr_gid;
            found_count++;
            break;
        }
    }
    endgrent();
    *count = found_count;
    return found_count > room ? -1 : found_count;
}
