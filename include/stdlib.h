// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, and what POSIX has beside it: temporary files, real paths, the status of processes.
#ifndef __NETWASI_STDLIB_H
#define __NETWASI_STDLIB_H

#include_next <stdlib.h>

#include <bits/wait.h>

#ifdef __cplusplus
extern "C" {
#endif

int system(const char *);

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
    defined(_BSD_SOURCE)
int mkstemp(char *);
char *mkdtemp(char *);
#endif

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
char *realpath(const char *__restrict, char *__restrict);
int posix_openpt(int);
int grantpt(int);
int unlockpt(int);
char *ptsname(int);
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
char *mktemp(char *);
int mkostemp(char *, int);
int mkstemps(char *, int);
int mkostemps(char *, int, int);
void *valloc(size_t);
void *memalign(size_t, size_t);
int getloadavg(double *, int);
void *reallocarray(void *, size_t, size_t);
#endif

#ifdef _GNU_SOURCE
char *secure_getenv(const char *);
char *canonicalize_file_name(const char *);
int getpt(void);
int ptsname_r(int, char *, size_t);
void qsort_r(void *, size_t, size_t, int (*)(const void *, const void *, void *), void *);
#endif

#ifdef __cplusplus
}
#endif

#endif
