// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fts.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

// A walk through directories. Entries are in lists of those of one directory, each with its parent; the first ones have one
// that stands for what is above. An entry has a path of its own, from the working directory, which stays what it is.

// An entry with what it points to.
struct node {
    FTSENT entry;
    struct stat status;
    char path[];
};

static bool is_dot(const char *name) { return strcmp(name, ".") == 0 || strcmp(name, "..") == 0; }

static FTSENT *new_entry(FTSENT *parent, const char *name) {
    size_t parent_length = parent->fts_level >= FTS_ROOTLEVEL ? strlen(parent->fts_path) : 0, length = strlen(name);
    // A path that ends in a slash has one already.
    bool slash = parent_length > 0 && parent->fts_path[parent_length - 1] != '/';
    size_t path_length = parent_length + slash + length;
    struct node *node = path_length <= USHRT_MAX ? calloc(1, sizeof *node + path_length + 1) : NULL;
    if (node == NULL) {
        errno = path_length <= USHRT_MAX ? ENOMEM : ENAMETOOLONG;
        return NULL;
    }
    if (parent_length > 0) memcpy(node->path, parent->fts_path, parent_length);
    if (slash) node->path[parent_length] = '/';
    memcpy(node->path + path_length - length, name, length + 1);
    node->entry = (FTSENT){
        .fts_parent = parent,
        .fts_path = node->path,
        .fts_accpath = node->path,
        .fts_name = node->path + path_length - length,
        .fts_pathlen = (unsigned short)path_length,
        .fts_namelen = (unsigned short)length,
        .fts_level = (short)(parent->fts_level + 1),
        .fts_instr = FTS_NOINSTR,
        .fts_statp = &node->status,
    };
    return &node->entry;
}

static void free_list(FTSENT *entry) {
    while (entry != NULL) {
        FTSENT *next = entry->fts_link;
        free(entry);
        entry = next;
    }
}

// --- What an entry is ---

static unsigned short kind_of(FTSENT *entry) {
    const struct stat *status = entry->fts_statp;
    if (S_ISREG(status->st_mode)) return FTS_F;
    if (S_ISLNK(status->st_mode)) return FTS_SL;
    if (!S_ISDIR(status->st_mode)) return FTS_DEFAULT;
    if (entry->fts_level > FTS_ROOTLEVEL && is_dot(entry->fts_name)) return FTS_DOT;
    for (FTSENT *above = entry->fts_parent; above->fts_level >= FTS_ROOTLEVEL; above = above->fts_parent) {
        if (above->fts_ino != status->st_ino || above->fts_dev != status->st_dev) continue;
        entry->fts_cycle = above;
        return FTS_DC;
    }
    return FTS_D;
}

static void look(const FTS *fts, FTSENT *entry, bool follow) {
    struct stat *status = entry->fts_statp;
    entry->fts_errno = 0;
    if (follow || fts->fts_options & FTS_LOGICAL) {
        if (stat(entry->fts_path, status) != 0) {
            int error = errno;
            if (lstat(entry->fts_path, status) == 0) {
                entry->fts_info = FTS_SLNONE;
            } else {
                entry->fts_errno = error;
                entry->fts_info = FTS_NS;
                *status = (struct stat){.st_mode = 0};
            }
            return;
        }
    } else if (lstat(entry->fts_path, status) != 0) {
        entry->fts_errno = errno;
        entry->fts_info = FTS_NS;
        *status = (struct stat){.st_mode = 0};
        return;
    }
    entry->fts_dev = status->st_dev;
    entry->fts_ino = status->st_ino;
    entry->fts_nlink = status->st_nlink;
    entry->fts_info = kind_of(entry);
}

// --- Lists ---

static FTSENT *sorted(const FTS *fts, FTSENT *list) {
    size_t count = 0;
    for (FTSENT *entry = list; entry != NULL; entry = entry->fts_link) count++;
    FTSENT **array = count > 1 && fts->fts_compar != NULL ? malloc(count * sizeof *array) : NULL;
    if (array == NULL) return list;
    for (size_t i = 0; i < count; i++, list = list->fts_link) array[i] = list;
    qsort(array, count, sizeof *array, fts->fts_compar);
    for (size_t i = 0; i < count; i++) array[i]->fts_link = i + 1 < count ? array[i + 1] : NULL;
    list = array[0];
    free(array);
    return list;
}

// Whether an entry of a directory need not be looked at.
static bool needs_no_status(const FTS *fts, const struct dirent *found) {
    return (fts->fts_options & (FTS_NOSTAT | FTS_PHYSICAL)) == (FTS_NOSTAT | FTS_PHYSICAL) && found->d_type != DT_DIR &&
           found->d_type != DT_UNKNOWN;
}

// What a directory has. Null with errno 0: nothing.
static FTSENT *read_directory(const FTS *fts, FTSENT *parent, bool names_only) {
    FTSENT *list = NULL, **end = &list;
    struct dirent *found;
    DIR *directory = opendir(parent->fts_accpath);
    if (directory == NULL) return NULL;
    while (errno = 0, (found = readdir(directory)) != NULL) {
        if (is_dot(found->d_name) && !(fts->fts_options & FTS_SEEDOT)) continue;
        FTSENT *entry = new_entry(parent, found->d_name);
        if (entry == NULL) break;
        if (names_only || needs_no_status(fts, found)) entry->fts_info = FTS_NSOK;
        else look(fts, entry, false);
        *end = entry;
        end = &entry->fts_link;
    }
    int error = errno;
    closedir(directory);
    if (error != 0) {
        free_list(list);
        list = NULL;
    }
    errno = error;
    return sorted(fts, list);
}

// --- The walk ---

static void open_first(FTS *fts, FTSENT *top, char *const *paths) {
    FTSENT *list = NULL, **end = &list;
    for (; *paths != NULL; paths++) {
        FTSENT *entry = **paths != '\0' ? new_entry(top, *paths) : NULL;
        if (entry == NULL) {
            if (**paths == '\0') errno = ENOENT;
            free_list(list);
            return;
        }
        look(fts, entry, fts->fts_options & FTS_COMFOLLOW);
        *end = entry;
        end = &entry->fts_link;
    }
    // Before them is one that is none of them.
    FTSENT *before = new_entry(top, "");
    if (before == NULL) {
        free_list(list);
        return;
    }
    before->fts_link = sorted(fts, list);
    before->fts_info = FTS_INIT;
    fts->fts_cur = before;
}

FTS *fts_open(char *const *paths, int options, int (*compare)(const FTSENT **, const FTSENT **)) {
    if (options & ~FTS_OPTIONMASK) {
        errno = EINVAL;
        return NULL;
    }
    FTS *fts = calloc(1, sizeof *fts);
    FTSENT above = {.fts_level = FTS_ROOTPARENTLEVEL}, *top = fts != NULL ? new_entry(&above, "") : NULL;
    if (top == NULL) {
        free(fts);
        return NULL;
    }
    top->fts_level = FTS_ROOTPARENTLEVEL;
    top->fts_parent = NULL;
    fts->fts_options = options;
    fts->fts_compar = (int (*)(const void *, const void *))compare;
    open_first(fts, top, paths);
    if (fts->fts_cur != NULL) return fts;
    free(top);
    free(fts);
    return NULL;
}

// A first entry's name is the last part of its path.
static FTSENT *arrive(FTS *fts, FTSENT *entry) {
    fts->fts_cur = entry;
    if (entry->fts_level != FTS_ROOTLEVEL) return entry;
    char *slash = strrchr(entry->fts_path, '/');
    if (slash != NULL && (slash != entry->fts_path || slash[1] != '\0')) {
        entry->fts_name = slash + 1;
        entry->fts_namelen = (unsigned short)strlen(entry->fts_name);
    }
    fts->fts_dev = entry->fts_dev;
    return entry;
}

static FTSENT *leave_directory(FTS *fts, FTSENT *directory) {
    fts->fts_cur = directory;
    directory->fts_info = directory->fts_errno != 0 ? FTS_ERR : FTS_DP;
    return directory;
}

// To the next of the list, or back to the parent.
static FTSENT *go_on(FTS *fts, FTSENT *entry) {
    for (;;) {
        FTSENT *next = entry->fts_link, *parent = entry->fts_parent;
        free(entry);
        fts->fts_cur = next;
        if (next == NULL) {
            if (parent->fts_level >= FTS_ROOTLEVEL) return leave_directory(fts, parent);
            free(parent);
            errno = 0;
            return NULL;
        }
        if (next->fts_level == FTS_ROOTLEVEL || next->fts_instr != FTS_SKIP) {
            if (next->fts_level > FTS_ROOTLEVEL && next->fts_instr == FTS_FOLLOW) {
                look(fts, next, true);
                next->fts_instr = FTS_NOINSTR;
            }
            return arrive(fts, next);
        }
        entry = next;
    }
}

static FTSENT *enter(FTS *fts, FTSENT *directory) {
    FTSENT *children = fts->fts_child;
    fts->fts_child = NULL;
    if (fts->fts_options & FTS_NAMEONLY) {
        fts->fts_options &= ~FTS_NAMEONLY;
        free_list(children);
        children = NULL;
    }
    errno = 0;
    if (children == NULL) children = read_directory(fts, directory, false);
    if (children != NULL) return arrive(fts, children);
    directory->fts_errno = errno;
    directory->fts_info = errno == 0 ? FTS_DP : FTS_DNR;
    return directory;
}

FTSENT *fts_read(FTS *fts) {
    FTSENT *entry = fts->fts_cur;
    if (entry == NULL) return NULL;
    int instruction = entry->fts_instr;
    entry->fts_instr = FTS_NOINSTR;
    if (instruction == FTS_AGAIN || (instruction == FTS_FOLLOW && (entry->fts_info == FTS_SL || entry->fts_info == FTS_SLNONE))) {
        look(fts, entry, instruction == FTS_FOLLOW);
        return entry;
    }
    if (entry->fts_info != FTS_D) return go_on(fts, entry);
    if (instruction != FTS_SKIP && !(fts->fts_options & FTS_XDEV && entry->fts_dev != fts->fts_dev)) return enter(fts, entry);
    free_list(fts->fts_child);
    fts->fts_child = NULL;
    entry->fts_info = FTS_DP;
    return entry;
}

FTSENT *fts_children(FTS *fts, int instruction) {
    FTSENT *entry = fts->fts_cur;
    if (instruction != 0 && instruction != FTS_NAMEONLY) {
        errno = EINVAL;
        return NULL;
    }
    errno = 0;
    if (entry == NULL) return NULL;
    if (entry->fts_info == FTS_INIT) return entry->fts_link;
    if (entry->fts_info != FTS_D) return NULL;
    free_list(fts->fts_child);
    fts->fts_options = instruction == FTS_NAMEONLY ? fts->fts_options | FTS_NAMEONLY : fts->fts_options & ~FTS_NAMEONLY;
    return fts->fts_child = read_directory(fts, entry, instruction == FTS_NAMEONLY);
}

int fts_set(FTS *fts, FTSENT *entry, int instruction) {
    (void)fts;
    if (instruction < 0 || instruction > FTS_SKIP) {
        errno = EINVAL;
        return 1;
    }
    entry->fts_instr = (unsigned short)instruction;
    return 0;
}

int fts_close(FTS *fts) {
    free_list(fts->fts_child);
    for (FTSENT *entry = fts->fts_cur; entry != NULL;) {
        FTSENT *parent = entry->fts_parent;
        free_list(entry);
        entry = parent;
    }
    free(fts);
    return 0;
}
