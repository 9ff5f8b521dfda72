// SPDX-License-Identifier: Apache-2.0
// setup: mkdir -p d/sub/deep e && touch d/a.c d/b.c d/.hidden d/sub/c.c d/sub/deep/x e/a.h && ln -s d link

#define _GNU_SOURCE
#include "../test.h"
#include <fnmatch.h>
#include <ftw.h>
#include <glob.h>
#include <libgen.h>
#include <regex.h>
#include <sys/stat.h>

// Names of files by pattern, walks through directories, regular expressions.

static int failed(const char *path, int error) {
    printf("  cannot read %s: %s\n", path, errname(error));
    return 0;
}

static void list(const char *pattern, int flags) {
    glob_t found = {0};
    int error = glob(pattern, flags, failed, &found);
    printf("%s %#x: %d, %d\n", pattern, flags, error, (int)found.gl_pathc);
    for (size_t i = 0; i < found.gl_pathc; i++) printf("  %s\n", found.gl_pathv[i]);
    globfree(&found);
}

static char walked[64][128];
static int count;
static const char *last = "";

static int note(const char *path, const struct stat *status, int type, struct FTW *place) {
    const char *kind = type == FTW_F ? "file" : type == FTW_D ? "directory" : type == FTW_DP ? "directory, after" : "other";
    snprintf(walked[count++], 128, "%s %s, base %d, level %d", path, kind, place->base, place->level);
    return strcmp(path, last) == 0 ? 7 : 0;
}

static int compare(const void *a, const void *b) { return strcmp(a, b); }

static void walk(int flags) {
    count = 0;
    SHOW(nftw("d", note, 8, flags));
    qsort(walked, count, sizeof walked[0], compare);
    for (int i = 0; i < count; i++) printf("  %s\n", walked[i]);
}

static void match(const char *pattern, int flags, const char *text) {
    regex_t expression;
    regmatch_t parts[4];
    char message[64];
    int error = regcomp(&expression, pattern, flags);
    if (error) {
        printf("%s: %s\n", pattern, regerror(error, &expression, message, sizeof message) > 1 ? "bad" : "?");
        return;
    }
    error = regexec(&expression, text, 4, parts, 0);
    printf("%s ~ %s: %d", text, pattern, error);
    for (int i = 0; !error && i < 4 && parts[i].rm_so >= 0; i++) printf(" [%d,%d)", (int)parts[i].rm_so, (int)parts[i].rm_eo);
    printf("\n");
    regfree(&expression);
}

int main(void) {
    list("d/*.c", 0);
    list("d/*", GLOB_MARK);
    list("d/.*n", 0);
    list("*/a.?", 0);
    list("d/[!a]*", 0);
    list("none*", 0);
    list("none*", GLOB_NOCHECK);
    walk(FTW_PHYS);
    walk(FTW_PHYS | FTW_DEPTH);
    last = "d";
    walk(FTW_PHYS);
    static const struct {
        const char *pattern, *text;
        int flags;
    } names[] = {{"*.c", "a.c", 0}, {"*", ".a", FNM_PERIOD}, {"*", "a/b", FNM_PATHNAME}, {"a*b", "a/b", 0}, {"[a-c]?", "bx", 0},
                 {"[!a-c]?", "bx", 0}, {"\\*", "*", 0}, {"\\*", "\\*", FNM_NOESCAPE}, {"A", "a", FNM_CASEFOLD}, {"[[:digit:]]", "5", 0}, {"a", "a/b", FNM_LEADING_DIR}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        printf("%s %s %#x: %d\n", names[i].pattern, names[i].text, names[i].flags, fnmatch(names[i].pattern, names[i].text, names[i].flags));
    match("^(GET|POST) ([^ ]+) HTTP/([0-9.]+)$", REG_EXTENDED, "GET /index.html HTTP/1.1");
    match("a\\(b*\\)c", 0, "xabbbc");
    match("x{2,3}", REG_EXTENDED, "axxxxb");
    match("abc", REG_ICASE, "xABCx");
    match("^b", REG_NEWLINE, "a\nb");
    match("(", REG_EXTENDED, "");
    match("[z-a]", REG_EXTENDED, "");
    char one[] = "/usr/lib/", two[] = "/usr/lib/", three[] = "name", four[] = "";
    printf("%s %s %s %s\n", dirname(one), basename(two), dirname(three), dirname(four));
    return t_status;
}
