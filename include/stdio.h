// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, and what POSIX has beside it: temporary files, locks on streams, pipes to commands.
#ifndef __NETWASI_STDIO_H
#define __NETWASI_STDIO_H

// wasi-libc marks its declarations of tmpnam and tmpfile as deprecated; we have them.
#define tmpnam __netwasi_hidden_tmpnam
#define tmpfile __netwasi_hidden_tmpfile
#include_next <stdio.h>
#undef tmpnam
#undef tmpfile

#ifdef __cplusplus
extern "C" {
#endif

#ifndef L_tmpnam
#define TMP_MAX 10000
#define L_tmpnam 20
#endif

// These know a path that is none: see csrc/files/paths.c.
int remove(const char *) __asm__("__netwasi_remove");
int rename(const char *, const char *) __asm__("__netwasi_rename");
int renameat(int, const char *, int, const char *) __asm__("__netwasi_renameat");

char *tmpnam(char *);
FILE *tmpfile(void);

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
    defined(_BSD_SOURCE)
FILE *popen(const char *, const char *);
int pclose(FILE *);
void flockfile(FILE *);
int ftrylockfile(FILE *);
void funlockfile(FILE *);
#ifndef L_ctermid
#define L_ctermid 20
#endif
#endif

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef P_tmpdir
#define P_tmpdir "/tmp"
#endif
char *tempnam(const char *, const char *);
#endif

#ifdef _GNU_SOURCE
#define RENAME_NOREPLACE 1
#define RENAME_EXCHANGE 2
#define RENAME_WHITEOUT 4
int renameat2(int, const char *, int, const char *, unsigned);
char *tmpnam_r(char *);
#endif

#ifdef __cplusplus
}
#endif

#endif
