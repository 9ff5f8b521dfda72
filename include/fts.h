// SPDX-License-Identifier: Apache-2.0
//
// Walking through directories as 4.4BSD and glibc have it, which wasi-libc leaves out.
#ifndef __NETWASI_FTS_H
#define __NETWASI_FTS_H

#include <sys/stat.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    struct _ftsent *fts_cur;
    struct _ftsent *fts_child;
    dev_t fts_dev;
    int fts_options;
    int (*fts_compar)(const void *, const void *);
} FTS;

// Of fts_open. The working directory stays what it is, with FTS_NOCHDIR or without.
#define FTS_COMFOLLOW 0x01
#define FTS_LOGICAL 0x02
#define FTS_NOCHDIR 0x04
#define FTS_NOSTAT 0x08
#define FTS_PHYSICAL 0x10
#define FTS_SEEDOT 0x20
#define FTS_XDEV 0x40
#define FTS_WHITEOUT 0x80
#define FTS_OPTIONMASK 0xff

// Of fts_children.
#define FTS_NAMEONLY 0x100

typedef struct _ftsent {
    struct _ftsent *fts_cycle;
    struct _ftsent *fts_parent;
    struct _ftsent *fts_link;
    long fts_number;
    void *fts_pointer;
    char *fts_accpath;
    char *fts_path;
    int fts_errno;
    unsigned short fts_pathlen;
    unsigned short fts_namelen;
    ino_t fts_ino;
    dev_t fts_dev;
    nlink_t fts_nlink;
    short fts_level;
    unsigned short fts_info;
    unsigned short fts_flags;
    unsigned short fts_instr;
    struct stat *fts_statp;
    char *fts_name;
} FTSENT;

#define FTS_ROOTPARENTLEVEL (-1)
#define FTS_ROOTLEVEL 0

// fts_info.
#define FTS_D 1
#define FTS_DC 2
#define FTS_DEFAULT 3
#define FTS_DNR 4
#define FTS_DOT 5
#define FTS_DP 6
#define FTS_ERR 7
#define FTS_F 8
#define FTS_INIT 9
#define FTS_NS 10
#define FTS_NSOK 11
#define FTS_SL 12
#define FTS_SLNONE 13
#define FTS_W 14

// Of fts_set.
#define FTS_AGAIN 1
#define FTS_FOLLOW 2
#define FTS_NOINSTR 3
#define FTS_SKIP 4

FTS *fts_open(char *const *, int, int (*)(const FTSENT **, const FTSENT **));
FTSENT *fts_read(FTS *);
FTSENT *fts_children(FTS *, int);
int fts_set(FTS *, FTSENT *, int);
int fts_close(FTS *);

#ifdef __cplusplus
}
#endif

#endif
