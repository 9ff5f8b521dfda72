// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

// realpath, one component at a time. Above the preopened directories nothing can be looked at, and nothing there is a
// link as far as the program can know.

#define MOST_LINKS 40

struct walk {
    char done[PATH_MAX]; // resolved so far, absolute, without a last slash; "" is the root
    size_t length;
    char rest[PATH_MAX * 2]; // still to be resolved
    int links;
};

static void drop_last(struct walk *walk) {
    while (walk->length > 0 && walk->done[walk->length - 1] != '/') walk->length--;
    if (walk->length > 0) walk->length--;
    walk->done[walk->length] = '\0';
}

// The link's target goes before what is left, which is nothing or begins with a slash.
static int32_t follow(struct walk *walk, const char *target, size_t length, const char *rest) {
    char joined[sizeof walk->rest];
    size_t rest_length = strlen(rest);
    if (++walk->links > MOST_LINKS) return ELOOP;
    if (length + rest_length >= sizeof joined) return ENAMETOOLONG;
    memcpy(joined, target, length);
    memcpy(joined + length, rest, rest_length + 1);
    memcpy(walk->rest, joined, length + rest_length + 1);
    if (target[0] == '/') walk->length = 0;
    else drop_last(walk);
    walk->done[walk->length] = '\0';
    return 0;
}

// For "." and ".." and a last "/": what is resolved so far must be a directory, as far as can be seen.
static int32_t need_directory(const struct walk *walk) {
    struct stat status;
    if (walk->length == 0) return 0;
    if (stat(walk->done, &status) != 0) return errno == ENOENT && walk->rest[0] == '\0' ? ENOENT : 0;
    return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
}

static int32_t step(struct walk *walk) {
    char target[PATH_MAX];
    char *start = walk->rest + strspn(walk->rest, "/");
    size_t length = strcspn(start, "/");
    const char *rest = start + length;
    bool up = length == 2 && memcmp(start, "..", 2) == 0;
    if (length == 0 || up || (length == 1 && start[0] == '.')) {
        int32_t error = need_directory(walk);
        if (up) drop_last(walk);
        memmove(walk->rest, rest, strlen(rest) + 1);
        return error;
    }
    if (walk->length + 1 + length >= sizeof walk->done) return ENAMETOOLONG;
    walk->done[walk->length] = '/';
    memcpy(walk->done + walk->length + 1, start, length);
    walk->length += length + 1;
    walk->done[walk->length] = '\0';
    ssize_t size = readlink(walk->done, target, sizeof target);
    if (size > 0) return (size_t)size == sizeof target ? ENAMETOOLONG : follow(walk, target, (size_t)size, rest);
    if (size < 0 && errno != EINVAL && errno != ENOTCAPABLE && errno != EPERM && errno != EACCES) return errno;
    memmove(walk->rest, rest, strlen(rest) + 1);
    return 0;
}

static int32_t resolve(struct walk *walk, const char *path) {
    struct stat status;
    size_t length = strnlen(path, PATH_MAX);
    if (length == 0) return ENOENT;
    if (length == PATH_MAX) return ENAMETOOLONG;
    memcpy(walk->rest, path, length + 1);
    if (path[0] != '/') {
        if (getcwd(walk->done, sizeof walk->done) == NULL) return errno;
        walk->length = strlen(walk->done);
        if (walk->length == 1) walk->length = 0;
        walk->done[walk->length] = '\0';
    }
    while (walk->rest[0] != '\0') {
        int32_t error = step(walk);
        if (error != 0) return error;
    }
    if (walk->length == 0) strcpy(walk->done, "/");
    return stat(walk->done, &status) == 0 ? 0 : errno;
}

char *realpath(const char *restrict path, char *restrict resolved) {
    int saved = errno;
    struct walk *walk = path != NULL ? calloc(1, sizeof *walk) : NULL;
    int32_t error = path == NULL ? EINVAL : walk == NULL ? ENOMEM : resolve(walk, path);
    char *result = NULL;
    if (error == 0) {
        result = resolved != NULL ? strcpy(resolved, walk->done) : strdup(walk->done);
        if (result == NULL) error = ENOMEM;
    }
    free(walk);
    errno = error == 0 ? saved : error;
    return result;
}

char *canonicalize_file_name(const char *path) { return realpath(path, NULL); }
