// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

// Temporary files and directories.

#define TRIES 100

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

static void fill(char *name) {
    unsigned char bytes[6];
    if (getentropy(bytes, sizeof bytes) != 0) abort();
    for (size_t i = 0; i < sizeof bytes; i++) name[i] = letters[bytes[i] % (sizeof letters - 1)];
}

// The six letters X before the suffix; null: they are not there.
static char *blanks(char *template, int suffix) {
    size_t length = strlen(template);
    if (suffix < 0 || length < 6 || (size_t)suffix > length - 6) return NULL;
    char *start = template + length - 6 - (size_t)suffix;
    return memcmp(start, "XXXXXX", 6) == 0 ? start : NULL;
}

int mkostemps(char *template, int suffix, int flags) {
    char *name = blanks(template, suffix);
    if (name == NULL) return __net_ret(EINVAL);
    for (int i = 0; i < TRIES; i++) {
        fill(name);
        int fd = open(template, (flags & ~O_ACCMODE) | O_RDWR | O_CREAT | O_EXCL, 0600);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    memcpy(name, "XXXXXX", 6);
    return -1;
}

int mkostemp(char *template, int flags) { return mkostemps(template, 0, flags); }
int mkstemps(char *template, int suffix) { return mkostemps(template, suffix, 0); }
int mkstemp(char *template) { return mkostemps(template, 0, 0); }

char *mkdtemp(char *template) {
    char *name = blanks(template, 0);
    if (name == NULL) {
        errno = EINVAL;
        return NULL;
    }
    for (int i = 0; i < TRIES; i++) {
        fill(name);
        if (mkdir(template, 0700) == 0) return template;
        if (errno != EEXIST) break;
    }
    memcpy(name, "XXXXXX", 6);
    return NULL;
}

static bool is_free(const char *path) {
    struct stat status;
    return lstat(path, &status) != 0 && errno == ENOENT;
}

char *mktemp(char *template) {
    char *name = blanks(template, 0);
    for (int i = 0; name != NULL && i < TRIES; i++) {
        fill(name);
        if (is_free(template)) return template;
    }
    errno = name == NULL ? EINVAL : EEXIST;
    *template = '\0';
    return template;
}

char *tmpnam(char *buffer) {
    static char own[L_tmpnam];
    if (buffer == NULL) buffer = own;
    strcpy(buffer, P_tmpdir "/tmpXXXXXX");
    return *mktemp(buffer) != '\0' ? buffer : NULL;
}

char *tmpnam_r(char *buffer) { return buffer != NULL ? tmpnam(buffer) : NULL; }

char *tempnam(const char *directory, const char *prefix) {
    char *path;
    if (directory == NULL) directory = P_tmpdir;
    if (asprintf(&path, "%s/%.5sXXXXXX", directory, prefix != NULL ? prefix : "") < 0) return NULL;
    if (*mktemp(path) != '\0') return path;
    free(path);
    return NULL;
}

// A sandbox seldom has a /tmp: then the current directory has to do. The file is gone from it at once.
static int unnamed_file(int flags) {
    char inside_tmp[] = P_tmpdir "/tmpfileXXXXXX", here[] = "./tmpfileXXXXXX";
    char *path = inside_tmp;
    int fd = mkostemp(path, flags);
    if (fd < 0) fd = mkostemp(path = here, flags);
    if (fd >= 0) unlink(path);
    return fd;
}

// A file like any other, without a name; there are no seals. 249: what Linux lets a name have.
int memfd_create(const char *name, unsigned flags) {
    if (flags & ~MFD_CLOEXEC) return __net_ret(EINVAL);
    if (!__net_inside(name, 1)) return __net_ret(EFAULT);
    if (strnlen(name, 250) > 249) return __net_ret(EINVAL);
    return unnamed_file(flags & MFD_CLOEXEC ? O_CLOEXEC : 0);
}

FILE *tmpfile(void) {
    int fd = unnamed_file(0);
    if (fd < 0) return NULL;
    FILE *file = fdopen(fd, "w+");
    if (file == NULL) close(fd);
    return file;
}
