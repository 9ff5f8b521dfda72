// SPDX-License-Identifier: Apache-2.0
// setup: mkdir -p t/a/deep/er t/b t/empty; for i in 1 2 3; do : > t/a/f$i; : > t/b/g$i; done; ln -s ../b t/a/link; ln -s nowhere t/broken; ln -s .. t/b/up; mkfifo t/fifo; : > single

#define _GNU_SOURCE
#include "../test.h"
#include <fts.h>
#include <ftw.h>
#include <sys/stat.h>

// Walks through directories: fts, with its options and instructions, and nftw.

static int by_name(const FTSENT **one, const FTSENT **two) { return strcmp((*one)->fts_name, (*two)->fts_name); }

static const char *const kinds[] = {"?", "D", "DC", "DEFAULT", "DNR", "DOT", "DP", "ERR", "F", "INIT", "NS", "NSOK", "SL", "SLNONE", "W"};

static void tell(const FTSENT *entry) {
    printf("  %s %s, name %s, level %d, lengths %d %d, parent %d, errno %s\n", kinds[entry->fts_info], entry->fts_path,
           entry->fts_name, entry->fts_level, entry->fts_pathlen, entry->fts_namelen, entry->fts_parent->fts_level,
           errname(entry->fts_errno));
    if (entry->fts_info == FTS_DC) printf("  cycle to %s\n", entry->fts_cycle->fts_name);
    if (entry->fts_info == FTS_D && entry->fts_statp->st_ino != entry->fts_ino) printf("  another\n");
}

static void walk(const char *what, int options, char *const *paths, void (*on)(FTS *, FTSENT *)) {
    printf("%s\n", what);
    FTS *fts = fts_open(paths, options, by_name);
    if (fts == NULL) {
        printf("  %s\n", errname(errno));
        return;
    }
    FTSENT *entry;
    while ((entry = fts_read(fts)) != NULL) {
        tell(entry);
        if (on != NULL) on(fts, entry);
    }
    printf("  %s, %d\n", errname(errno), fts_close(fts));
}

static void instruct(FTS *fts, FTSENT *entry) {
    if (entry->fts_info == FTS_D && strcmp(entry->fts_name, "a") == 0) fts_set(fts, entry, FTS_SKIP);
    if (entry->fts_info == FTS_SL && strcmp(entry->fts_name, "broken") == 0) fts_set(fts, entry, FTS_FOLLOW);
    if (entry->fts_info == FTS_F && strcmp(entry->fts_name, "g2") == 0 && entry->fts_number++ == 0)
        fts_set(fts, entry, FTS_AGAIN);
}

static void children(FTS *fts, FTSENT *entry) {
    if (entry->fts_info != FTS_D) return;
    for (FTSENT *child = fts_children(fts, entry->fts_level == 0 ? FTS_NAMEONLY : 0); child != NULL; child = child->fts_link) {
        printf("    child %s\n", child->fts_name);
        if (strcmp(child->fts_name, "g2") == 0 || strcmp(child->fts_name, "f3") == 0) fts_set(fts, child, FTS_SKIP);
    }
}

static int count;
static int visit(const char *path, const struct stat *status, int type, struct FTW *where) {
    count += type == FTW_F || type == FTW_SL || type == FTW_D || type == FTW_DP || type == FTW_SLN;
    if (strcmp(path + where->base, "er") == 0) printf("  %s %d %d %d\n", path, type == FTW_D, type == FTW_DP, where->level);
    return strcmp(path + where->base, "stop") == 0 ? 7 : 0;
}

int main(void) {
    char *one[] = {"t", NULL}, *two[] = {"t/b/", "nowhere", "single", "t/a", NULL}, *empty[] = {"", NULL};
    char *link[] = {"t/a/link", NULL}, *dots[] = {"t/empty/.", "t/empty", NULL};
    walk("physical", FTS_PHYSICAL | FTS_NOCHDIR, one, NULL);
    walk("changing directories", FTS_PHYSICAL, one, NULL);
    walk("logical", FTS_LOGICAL, one, NULL);
    walk("several", FTS_PHYSICAL | FTS_NOCHDIR, two, NULL);
    walk("dots", FTS_PHYSICAL | FTS_SEEDOT, dots, NULL);
    walk("link", FTS_PHYSICAL, link, NULL);
    walk("link, followed", FTS_PHYSICAL | FTS_COMFOLLOW, link, NULL);
    walk("one file system", FTS_PHYSICAL | FTS_XDEV, one, NULL);
    walk("instructions", FTS_PHYSICAL | FTS_NOCHDIR, one, instruct);
    walk("children", FTS_PHYSICAL | FTS_NOCHDIR, one, children);
    walk("empty path", FTS_PHYSICAL, empty, NULL);
    walk("no such option", 0x10000 | FTS_PHYSICAL, one, NULL);
    FTS *fts = fts_open(one, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    if (fts == NULL) return 1;
    FTSENT *entry = fts_children(fts, 0);
    printf("%s %d\n", entry != NULL ? entry->fts_name : "none", entry != NULL && entry->fts_link == NULL);
    SHOW(fts_set(fts, entry, 9));
    SHOW(fts_children(fts, 5) == NULL);
    SHOW(fts_close(fts));
    SHOW(nftw("t", visit, 10, FTW_PHYS));
    SHOW(nftw("t", visit, 10, FTW_PHYS | FTW_DEPTH));
    SHOW(nftw("nowhere", visit, 10, FTW_PHYS));
    printf("%d\n", count);
    return t_status;
}
