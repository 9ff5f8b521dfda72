// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>

#include "user.h"

// Users: those of /etc/passwd where the program was given one, and after them the one it runs as.

enum { NAME, PASSWORD, USER, GROUP, GECOS, DIRECTORY, SHELL, FIELDS };

static FILE *listing;
static bool listed_own;
static struct passwd entry;
static char line[1024];

static bool parse(char *text, struct passwd *user) {
    char *fields[FIELDS];
    if (!__net_split(text, fields, FIELDS)) return false;
    if (!__net_number(fields[USER], &user->pw_uid) || !__net_number(fields[GROUP], &user->pw_gid)) return false;
    user->pw_name = fields[NAME];
    user->pw_passwd = fields[PASSWORD];
    user->pw_gecos = fields[GECOS];
    user->pw_dir = fields[DIRECTORY];
    user->pw_shell = fields[SHELL];
    return true;
}

static int32_t own(struct passwd *user, char *buffer, size_t size) {
    const char *home = getenv("HOME");
    int length = snprintf(buffer, size, "%s:x:%u:%u::%s:/bin/sh", __net_user_name(), NET_USER, NET_GROUP,
                          home != NULL ? home : "/");
    if (length < 0 || (size_t)length >= size) return ERANGE;
    return parse(buffer, user) ? 0 : ENOENT;
}

// The next user of `file` (null: the program's own, once). ENOENT: no more.
static int32_t next(FILE *file, bool *own_done, struct passwd *user, char *buffer, size_t size) {
    int32_t error = file == NULL ? ENOENT : 0;
    while (error == 0) {
        error = __net_read_line(file, buffer, size);
        if (error == 0 && parse(buffer, user)) return 0;
    }
    if (error != ENOENT || *own_done) return error;
    *own_done = true;
    return own(user, buffer, size);
}

static int find(const char *name, uid_t id, struct passwd *user, char *buffer, size_t size, struct passwd **result) {
    bool own_done = false;
    int saved = errno;
    FILE *file = fopen("/etc/passwd", "r");
    errno = saved;
    *result = NULL;
    int32_t error;
    while ((error = next(file, &own_done, user, buffer, size)) == 0)
        if (name != NULL ? strcmp(user->pw_name, name) == 0 : user->pw_uid == id) break;
    if (file != NULL) fclose(file);
    if (error == 0) *result = user;
    return error == ENOENT ? 0 : error;
}

int getpwnam_r(const char *name, struct passwd *user, char *buffer, size_t size, struct passwd **result) {
    return find(name, 0, user, buffer, size, result);
}

int getpwuid_r(uid_t id, struct passwd *user, char *buffer, size_t size, struct passwd **result) {
    return find(NULL, id, user, buffer, size, result);
}

static struct passwd *found(const char *name, uid_t id) {
    struct passwd *result;
    int error = find(name, id, &entry, line, sizeof line, &result);
    if (error != 0) __net_ret(error);
    return result;
}

struct passwd *getpwnam(const char *name) { return found(name, 0); }
struct passwd *getpwuid(uid_t id) { return found(NULL, id); }

void setpwent(void) {
    if (listing != NULL) fclose(listing);
    listing = NULL;
    listed_own = false;
}

void endpwent(void) { setpwent(); }

struct passwd *getpwent(void) {
    if (listing == NULL && !listed_own) listing = fopen("/etc/passwd", "r");
    return next(listing, &listed_own, &entry, line, sizeof line) == 0 ? &entry : NULL;
}
